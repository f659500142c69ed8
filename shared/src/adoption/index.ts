export * from './usageEvents';
export * from './isoWeek';
export * from './weeklyActive';
export * from './hideSmallGroups';
export * from './decay';
export * from './dashboard';
export * from './figures';
export * from './observations';
