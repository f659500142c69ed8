export * from './feedbackItem';
export * from './feedbackRules';
