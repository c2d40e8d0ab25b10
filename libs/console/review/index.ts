import './review.css';

export { RequestReview } from './request-review';
