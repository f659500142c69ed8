export * from './contentParts';
export * from './libraryItem';
export * from './libraryLife';
export * from './libraryRules';
export * from './libraryImport';
export * from './placeholders';
export * from './standards';
