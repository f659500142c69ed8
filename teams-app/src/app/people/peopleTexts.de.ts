import type { peopleTexts } from './peopleTexts';

export const peopleGerman: typeof peopleTexts = {
  personHint: 'Den Anfang eines Namens eingeben.',
  noPerson: 'In diesem Programm heißt niemand so.',
};
