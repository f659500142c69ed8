export * from './coachedFor';
export * from './coaching';
export * from './coachingReasons';
export * from './outreachRules';
