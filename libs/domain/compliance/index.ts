export { FACT_SOURCES } from './facts';
export type {
  ComplianceFacts, FactMoment, FactSource, FrameworkFact, GatheredFacts, PublicationFact, RoundFact, TermFact, WorkGroupFact,
} from './facts';
export { frameworkCode, judge } from './judge';
export type { Judgement, Verdict } from './verdict';
export { isLate, latenessOf } from './lateness';
export type { Lateness, LatenessFacts } from './lateness';
export { RequirementStatusRow } from './requirement-status.entity';
export { JudgeCompliance } from './judge-compliance.verb';
export { ComplianceReader } from './compliance.reader';
export { NetworkComplianceReader } from './network-compliance.reader';
export { NetworkUnitReader } from './network-unit.reader';
export { ComplianceModule } from './compliance.module';
