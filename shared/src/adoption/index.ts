export * from './usageEvents';
export * from './dashboard';
