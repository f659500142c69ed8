export * from './feedbackItem';
export * from './feedbackOutcome';
export * from './feedbackRules';
export * from './workingDays';
export * from './measuredFeedback';
export * from './feedbackHealth';
export * from './improvements';
export * from './triage';
