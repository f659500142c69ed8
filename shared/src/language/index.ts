export * from './chooseLanguage';
export * from './language';
export * from './plural';
export * from './texts';
