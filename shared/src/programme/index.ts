export * from './programme';
export * from './programmeRules';
export * from './jobFamilyMapping';
export * from './requiredStandards';
export * from './workingCalendar';
export * from './librarySettings';
export * from './programmePeople';
