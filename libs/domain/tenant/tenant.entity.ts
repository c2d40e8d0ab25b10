import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { TenantKind, TenantState } from '@prongsai/kernel/workflow';

/** One unit (หน่วยงาน): its names, its contacts and how its framework says that publishing is decided. */
@Entity('tenant')
export class Tenant {
  @PrimaryColumn('uuid') id!: string;
  @Column('uuid') networkId!: string;
  @Column('text') slug!: string;
  @Column('text') kind!: TenantKind;
  @Column('text') state!: TenantState;
  @Column('text') nameTh!: string;
  @Column('text') shortNameTh!: string;
  @Column('text', { nullable: true }) nameEn!: string | null;
  @Column('uuid', { nullable: true }) parentId!: string | null;
  @Column('text', { nullable: true }) districtTh!: string | null;
  @Column('text', { nullable: true }) districtEn!: string | null;
  @Column('text', { nullable: true }) code5!: string | null;
  @Column('text', { nullable: true }) code9!: string | null;
  @Column('text', { nullable: true }) code9New!: string | null;
  @Column('text', { nullable: true }) documentPrefix!: string | null;
  @Column('text', { nullable: true }) address!: string | null;
  @Column('text', { nullable: true }) phone!: string | null;
  @Column('text', { nullable: true }) fax!: string | null;
  @Column('text', { nullable: true }) email!: string | null;
  @Column('text', { nullable: true }) mapUrl!: string | null;
  @Column('text', { nullable: true }) headTitle!: string | null;
  @Column('text') formVariant!: 'regional' | 'central' | 'affiliated' | 'own';
  @Column('text', { nullable: true }) siteWorkGroup!: string | null;
  @Column('text') decidedBy!: 'unit_head' | 'group_head' | 'officer_in_charge';
  @Column('boolean') verbalApprovalAllowed!: boolean;
  @Column('integer') workingDaysToDecide!: number;
  @Column('integer') workingDaysToPublish!: number;
  /** Until when the written approval of what was allowed verbally must be there. */
  @Column('integer') workingDaysToConfirm!: number;
  @Column('text', { nullable: true }) intakeEmail!: string | null;
  /** Shown to citizens at the foot of every page, for example that a demo's contents are made up. */
  @Column('text', { nullable: true }) note!: string | null;
  @Column('integer') minWebMasters!: number;
  @Column({ type: 'integer', insert: false, update: false }) activeWebMasters!: number;
  @Column({ type: 'boolean', insert: false, update: false }) frozen!: boolean;
  @Column('timestamptz') createdAt!: Date;
  @Column('timestamptz', { nullable: true }) wentLiveAt!: Date | null;
}

/** The five contact fields that MOIT 2 item 1.7 asks for, as they are called in the interface. */
export const contactFields = {
  address: 'ที่อยู่',
  phone: 'หมายเลขโทรศัพท์',
  fax: 'หมายเลขโทรสาร',
  email: 'ไปรษณีย์อิเล็กทรอนิกส์',
  mapUrl: 'แผนที่ตั้งหน่วยงาน',
} as const satisfies Partial<Record<keyof Tenant, string>>;
