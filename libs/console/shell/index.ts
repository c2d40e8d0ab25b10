import './shell.css';

export { ConsoleFrame } from './console-frame';
export { SearchPage } from './search.page';
export { HomePage } from './home.page';
export { BrokenPage, ComingPage, MissingPage } from './route-states';
