import type { programmeAreaTexts } from './programmeAreaTexts';

export const programmeAreaGerman: typeof programmeAreaTexts = {
  pages: 'Programm',
  workflows: 'Aufgaben',
  coaching: 'Wer ein Wort braucht',
};
