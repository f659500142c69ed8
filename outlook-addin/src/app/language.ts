import { createLanguageChoice } from '@last-mile/shared/language';

/** The host's display language is the one we speak. */
export const languageChoice = createLanguageChoice({
  loadGerman: async () => (await import('./german')).german,
  root: document.documentElement,
});
