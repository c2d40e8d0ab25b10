export { newId, isId, newLinkCode } from './ids';
export { Clock } from './clock';
export { Refusal, refusalCatalogue, notFound, checkNoReasons } from './refusal';
export type { Reason, FieldError, RefusalCode, RefusalParts } from './refusal';
