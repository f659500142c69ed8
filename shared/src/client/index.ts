export * from './apiClient';
export * from './apiProblem';
export * from './clientConfig';
export * from './unsentQueue';
export * from './withinTime';
