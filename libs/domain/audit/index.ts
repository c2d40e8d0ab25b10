export { AuditTrail } from './audit-trail';
export { AuditReader } from './audit.reader';
export { AuditModule } from './audit.module';
export { ChainWalk, hashOfEntry } from './audit-chain';
export type { ChainEntry, ChainHead } from './audit-chain';
export { auditActs } from './audit-acts';
export type { AuditAct } from './audit-acts';
