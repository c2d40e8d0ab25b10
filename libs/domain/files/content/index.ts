export { cleanFileName, extensionOf } from './clean-file-name';
export { allowedTypes, archiveLimits, defaultMaxBytes, filePolicy, virusRefusal } from './file.policy';
export type { AllowedType, FileClass, FileOutcome, FilePolicyRow, FileRefusalCode } from './file.policy';
export { judgeFile } from './judge-file';
export type { FileToJudge, FileVerdict } from './judge-file';
