import { Module } from '@nestjs/common';
import { AuditReader } from './audit.reader';
import { AuditTrail } from './audit-trail';

@Module({ providers: [AuditTrail, AuditReader], exports: [AuditTrail, AuditReader] })
export class AuditModule {}
