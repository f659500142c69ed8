export * from './againstOthers';
export * from './checkpoint';
export * from './checkpointRules';
export * from './diagnosis';
export * from './diagnosisRules';
export * from './figures';
export * from './fiveQuestions';
export * from './savedTime';
