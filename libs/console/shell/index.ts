import './shell.css';

export { ConsoleFrame } from './console-frame';
export { HomePage } from './home.page';
export { BrokenPage, ComingPage, MissingPage } from './route-states';
