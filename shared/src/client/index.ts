export * from './apiClient';
export * from './apiProblem';
export * from './clientConfig';
export { createPaneClient, type PaneClient } from './paneClient';
export type { ApiClientOptions } from './requests';
export * from './triageClient';
export * from './unsentQueue';
export * from './withinTime';
