import { clientTemplates } from './clientTemplates';
import { deliveryPrompts, draftItems } from './deliveryPrompts';
import { internalTemplates } from './internalTemplates';
import type { FeaturedPerson } from './people';
import { prompts } from './prompts';
import type { SampleItem } from './sampleItem';

/** An item with its author, and who of the two champions publishes it; a draft has nobody. */
export interface LibraryEntry extends SampleItem {
  readonly author: FeaturedPerson;
  readonly publishedBy: 'owner' | 'deputy' | null;
}

const authors = ['owner', 'accountManager', 'deputy', 'consultant', 'deliveryManager'] as const;

/** The library as it stands: champions publish what others wrote, and each other's. */
export const library: readonly LibraryEntry[] = [
  ...[...clientTemplates, ...internalTemplates, ...prompts, ...deliveryPrompts].map(
    (item, index): LibraryEntry => {
      const author = authors[index % authors.length] ?? 'owner';
      return { ...item, author, publishedBy: author === 'owner' ? 'deputy' : 'owner' };
    },
  ),
  ...draftItems.map((item): LibraryEntry => ({
    ...item,
    author: 'peoplePartner',
    publishedBy: null,
  })),
];

/** Published items nobody has found yet: the dashboard should say so. */
const unused = new Set(['Invite to a project kick-off', 'Risks a plan does not mention']);

/** Keys of what people use, the most popular first. */
export const usedItems = {
  prompts: keysOf('prompt'),
  templates: keysOf('template'),
};

function keysOf(kind: 'prompt' | 'template') {
  return library
    .filter(({ publishedBy }) => publishedBy !== null)
    .filter(({ content }) => content.kind === kind && !unused.has(content.title))
    .map(({ clientKey }) => clientKey);
}

/** A text somebody changed by hand in SharePoint after it was approved: a proposal to review. */
export const handEdit = {
  title: 'Reminder: documents still missing',
  replace: 'I will ring you on {{call date}} in case it is easier to talk.',
  by: 'I will ring you on {{call date}}; if another time suits you better, just tell me.',
  editor: 'consultant',
} as const satisfies {
  title: string;
  replace: string;
  by: string;
  editor: FeaturedPerson;
};
