import { texts } from './texts';

/** What is said of what leaves the page. */
export const savingTexts = texts('saving', {
  saved: (name: string) => `Saved as ${name}.`,
  notSaved: 'That did not work. Try again, or take the other form.',
});
