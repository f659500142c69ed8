export * from './finding';
export * from './checkedItem';
export * from './checkStandards';
