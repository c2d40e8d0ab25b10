export { PaperSection } from './paper-section';
