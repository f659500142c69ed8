import type { StarterFamily } from '@last-mile/shared/library';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

const families: Record<StarterFamily, string> = {
  'client-advisory': 'Client advisory',
  'account-management': 'Account management',
  'operations-delivery': 'Operations and delivery',
  'people-finance': 'People and finance',
};

/** Words of the offer of a starter library. */
export const starterTexts = texts('libraryStarter', {
  families,
  title: 'Or begin with the starter library',
  hint: 'Prompts and email templates that meet every standard. They come as drafts, to change or retire as you like.',
  for: 'For',
  take: 'Add as drafts',
  taking: 'Adding…',
  added: (count: number) =>
    plural(count, {
      one: '# draft was added. It appears as soon as SharePoint has it.',
      other: '# drafts were added. They appear as soon as SharePoint has them.',
    }),
  known: (count: number) =>
    plural(count, { one: '# was there already.', other: '# were there already.' }),
  drafts: 'See the drafts',
});
