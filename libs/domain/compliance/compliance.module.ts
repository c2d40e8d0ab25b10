import { Module } from '@nestjs/common';
import { TaxonomyModule } from '@prongsai/domain/taxonomy';
import { ComplianceReader } from './compliance.reader';
import { JudgeCompliance } from './judge-compliance.verb';
import { NetworkComplianceReader } from './network-compliance.reader';
import { NetworkUnitReader } from './network-unit.reader';

const rooms = [ComplianceReader, JudgeCompliance, NetworkComplianceReader, NetworkUnitReader];

/** Needs FACT_SOURCES from a global module of the rooms that own the facts. */
@Module({ imports: [TaxonomyModule], providers: rooms, exports: rooms })
export class ComplianceModule {}
