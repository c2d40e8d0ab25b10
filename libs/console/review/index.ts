import './review.css';

export { HeldDecisions } from './held-decisions';
export { RecordVerbal, VerbalNote } from './verbal';
export { RequestReview } from './request-review';
