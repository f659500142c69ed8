export * from './helpers';
export * from './helperRules';
export * from './placing';
export * from './session';
export * from './sessionRules';
export * from './practiceMeasures';
