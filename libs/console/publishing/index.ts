import './publishing.css';

export { PublicationListPage } from './publication-list.page';
