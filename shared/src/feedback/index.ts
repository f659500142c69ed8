export * from './feedbackItem';
export * from './feedbackOutcome';
export * from './feedbackRules';
