import { plural } from '@last-mile/shared/language';
import type { needsTexts } from './needsTexts';

export const needsGerman: typeof needsTexts = {
  title: 'Diese Woche zu tun',
  definition:
    'Was auf einen Champion wartet, das Dringendste zuerst: offene Meldungen, die einen Kunden erreicht haben (am selben Tag fällig), überfälliges Feedback, nachlassende Nutzung, in SharePoint von Hand geänderte Texte, fällige Prüffälle, Einträge über ihrem Prüftag, Entwürfe, und erfasste Aufgaben ohne veröffentlichten Eintrag.',
  nothing: 'Nichts zu tun.',
  client: (count) =>
    plural(count, {
      one: '# offene Meldung hat einen Kunden erreicht: heute beantworten',
      other: '# offene Meldungen haben einen Kunden erreicht: heute beantworten',
    }),
  overdue: (count) =>
    plural(count, { one: '# Feedback ist überfällig', other: '# Feedbacks sind überfällig' }),
  proposals: (count) =>
    plural(count, {
      one: '# veröffentlichter Text wurde in SharePoint geändert: prüfen',
      other: '# veröffentlichte Texte wurden in SharePoint geändert: prüfen',
    }),
  cases: (count) =>
    plural(count, { one: '# Prüffall ist fällig', other: '# Prüffälle sind fällig' }),
  review: (count) =>
    plural(count, {
      one: '# veröffentlichter Eintrag ist über seinem Prüftag',
      other: '# veröffentlichte Einträge sind über ihrem Prüftag',
    }),
  drafts: (count) =>
    plural(count, {
      one: '# Entwurf wartet auf die Veröffentlichung',
      other: '# Entwürfe warten auf die Veröffentlichung',
    }),
  tasks: (count) =>
    plural(count, {
      one: '# erfasste Aufgabe hat weder Prompt noch Vorlage',
      other: '# erfasste Aufgaben haben weder Prompt noch Vorlage',
    }),
  decay: 'Die Nutzung lässt seit der besten Woche nach: die Gruppen oben in der Liste ansehen',
  copilot: 'Der Copilot-Bericht verbirgt Namen: Ein Admin kann das ändern',
};
