export { AuditTrail } from './audit-trail';
export { AuditReader } from './audit.reader';
export { AuditModule } from './audit.module';
export { auditActs } from './audit-acts';
export type { AuditAct } from './audit-acts';
