export { JobRunner, JOB_HANDLERS } from './job-runner';
export type { JobHandler, JobPayload } from './job-runner';
