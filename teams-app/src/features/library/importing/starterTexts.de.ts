import { plural } from '@last-mile/shared/language';
import type { starterTexts } from './starterTexts';

export const starterGerman: typeof starterTexts = {
  families: {
    'client-advisory': 'Kundenberatung',
    'account-management': 'Kundenbetreuung',
    'operations-delivery': 'Betrieb und Lieferung',
    'people-finance': 'Personal und Finanzen',
  },
  tasks: {
    'meeting follow-up': 'Kundentermin nachbereiten',
    'document request': 'Kunden um Unterlagen bitten',
    proposal: 'Angebot senden',
    'unhappy client': 'Unzufriedenem Kunden antworten',
    'status report': 'Kunden über den Projektstand berichten',
    'change of scope': 'Änderung des Umfangs vereinbaren',
    'overdue invoice': 'Überfällige Rechnung anmahnen',
    candidates: 'Bewerbern schreiben',
    'project start': 'Projekt mit einem Kunden beginnen',
    'monthly figures': 'Monatszahlen erklären',
  },
  title: 'Oder mit der Startbibliothek beginnen',
  hint: 'Prompts und E-Mail-Vorlagen, die alle Standards erfüllen. Sie kommen als Entwürfe, die sich ändern oder zurückziehen lassen.',
  for: 'Für',
  mapHint:
    'Sagen Sie, was das in Ihrem Programm ist. Was leer bleibt, lässt sich später in jedem Entwurf ergänzen.',
  ownFamilies: 'Jobfamilien',
  ownTasks: 'Aufgaben',
  noFamily: 'Keine',
  noTask: 'Keine',
  noTasksYet:
    'Bilden Sie zuerst Ihre Aufgaben ab, dann kommt jeder Entwurf zu der Aufgabe, der er dient. Das geht auch später, in jedem Entwurf.',
  take: 'Als Entwürfe übernehmen',
  taking: 'Wird übernommen…',
  added: (count) =>
    plural(count, {
      one: '# Entwurf übernommen. Er erscheint, sobald SharePoint ihn hat.',
      other: '# Entwürfe übernommen. Sie erscheinen, sobald SharePoint sie hat.',
    }),
  known: (count) => plural(count, { one: '# war schon da.', other: '# waren schon da.' }),
  drafts: 'Entwürfe ansehen',
};
