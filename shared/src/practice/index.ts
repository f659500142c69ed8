export * from './helpers';
export * from './helperRules';
