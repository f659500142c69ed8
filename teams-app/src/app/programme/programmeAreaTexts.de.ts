import type { programmeAreaTexts } from './programmeAreaTexts';

export const programmeAreaGerman: typeof programmeAreaTexts = {
  pages: 'Programm',
  programmeWeek: 'Ihre Woche',
  programmePlan: 'Plan',
  workflows: 'Aufgaben',
  practice: 'Üben',
  coaching: 'Wer ein Wort braucht',
  checkpoints: 'Kontrollpunkte',
  programmePast: 'Nebeneinander',
  me: 'Eigene Daten',
  meSubtitle: 'Zum Ansehen, Mitnehmen und Löschen.',
  peopleData: 'Daten über eine Person',
  auditTrail: 'Protokoll',
  deliveries: 'Unterwegs zu SharePoint',
  back: 'Zurück',
};
