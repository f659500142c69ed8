export * from './programme';
export * from './programmeRules';
