import { plural } from '@last-mile/shared/language';
import type { starterTexts } from './starterTexts';

export const starterGerman: typeof starterTexts = {
  families: {
    'client-advisory': 'Kundenberatung',
    'account-management': 'Kundenbetreuung',
    'operations-delivery': 'Betrieb und Lieferung',
    'people-finance': 'Personal und Finanzen',
  },
  title: 'Oder mit der Startbibliothek beginnen',
  hint: 'Prompts und E-Mail-Vorlagen, die alle Standards erfüllen. Sie kommen als Entwürfe, die sich ändern oder zurückziehen lassen.',
  for: 'Für',
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
