export * from './workflow';
export * from './workflowMap';
export * from './mapTotals';
export * from './mapRules';
export * from './mapAdvice';
export * from './timings';
export * from './timingRules';
