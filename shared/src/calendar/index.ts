export * from './clock';
export * from './day';
export * from './instant';
export * from './month';
export * from './schema';
