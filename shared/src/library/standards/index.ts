export * from './finding';
export * from './checkedItem';
export * from './checkStandards';
export * from './findingSentence';
