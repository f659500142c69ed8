import type { programmeAreaTexts } from './programmeAreaTexts';

export const programmeAreaGerman: typeof programmeAreaTexts = {
  pages: 'Programm',
  programmeWeek: 'Ihre Woche',
  workflows: 'Aufgaben',
  coaching: 'Wer ein Wort braucht',
};
