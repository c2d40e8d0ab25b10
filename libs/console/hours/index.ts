import './hours.css';

export { HoursPage } from './hours.page';
