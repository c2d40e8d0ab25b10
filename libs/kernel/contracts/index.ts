export * from './shared';
export * from './session';
export * from './requests';
export * from './publications';
export * from './people';
export * from './reports';
export * from './unit';
export * from './hours';
