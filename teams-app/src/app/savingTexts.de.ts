import type { savingTexts } from './savingTexts';

export const savingGerman: typeof savingTexts = {
  saved: (name) => `Gespeichert als ${name}.`,
  notSaved: 'Das hat nicht funktioniert. Bitte erneut versuchen oder die andere Form nehmen.',
};
