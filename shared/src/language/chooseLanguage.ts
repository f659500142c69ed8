import { languageFor } from './language';
import { speak, type Dictionary } from './texts';

export interface LanguageChoiceOptions {
  /** Fetches German: who reads English never loads it. */
  readonly loadGerman: () => Promise<Dictionary>;
  /** The document's element, which says what language it is in and which way it is read. */
  readonly root: HTMLElement;
}

/** How an app comes to the language of its host. */
export interface LanguageChoice {
  /** Fetches what a display language would need, before the host has named its own. */
  readonly expect: (displayLanguage: string) => void;
  /** From now on the app speaks the language for `displayLanguage`. Never rejects. */
  readonly choose: (displayLanguage: string) => Promise<void>;
}

/** Where German cannot be fetched it is English: words in another language are better than none. */
export function createLanguageChoice(options: LanguageChoiceOptions): LanguageChoice {
  const { loadGerman, root } = options;
  return {
    expect(displayLanguage) {
      if (languageFor(displayLanguage).texts === 'de') loadGerman().catch(() => undefined);
    },
    async choose(displayLanguage) {
      const wanted = languageFor(displayLanguage);
      const german = wanted.texts === 'de' ? await loadGerman().catch(() => null) : null;
      const language = wanted.texts === 'de' && german === null ? languageFor('en-GB') : wanted;
      speak(language, german);
      root.lang = language.texts;
      root.dir = language.dir;
    },
  };
}
