import './review.css';

export { FindingReasons } from './findings';
export { HeldDecisions } from './held-decisions';
export { SeveralPage } from './several.page';
export { RecordVerbal, VerbalNote } from './verbal';
export { RequestReview } from './request-review';
