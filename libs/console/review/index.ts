import './review.css';

export { HeldDecisions } from './held-decisions';
export { RequestReview } from './request-review';
