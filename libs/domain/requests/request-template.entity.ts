import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TemplateFields } from '@prongsai/kernel/contracts';

/** A named beginning of requests that a unit makes again and again. */
@Entity('request_template')
export class RequestTemplate {
  @PrimaryColumn('uuid') tenantId!: string;
  @PrimaryColumn('uuid') id!: string;
  @Column('text') name!: string;
  @Column('jsonb') fields!: TemplateFields;
  @Column('uuid') madeBy!: string;
  @Column('timestamptz') madeAt!: Date;
}
