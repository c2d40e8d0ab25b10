export { canStart } from './machine';
export type { Transitions } from './machine';
export * from './request-life';
export * from './publication-life';
export * from './report-life';
export * from './tenant-life';
export * from './requirement-status';
export * from './roles';
export * from './intake-channel';
