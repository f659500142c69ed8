import type { StarterTask } from '@last-mile/shared/library';
import { starterLibrary } from '../../src/features/library/starter/starterLibrary';
import type { FeaturedPerson } from './people';
import { toSampleItem, type SampleItem } from './sampleItem';

/** An item with its author, and who of the two champions publishes it; a draft has nobody. */
export interface LibraryEntry extends SampleItem {
  readonly author: FeaturedPerson;
  readonly publishedBy: 'owner' | 'deputy' | null;
}

const authors = ['owner', 'accountManager', 'deputy', 'consultant', 'deliveryManager'] as const;

/** Nobody has published anything for this task yet: the dashboard should say so. */
const withoutItem: StarterTask = 'candidates';

/** Written, and not published yet. */
const drafts = new Set(['Minutes in the client’s language', 'Agenda that can end early']);

/** Published, and nobody has found them yet: the dashboard should say so. */
const unused = new Set(['Decline to propose, and stay welcome', 'Risks a plan does not mention']);

/** The library as it stands: champions publish what others wrote, and each other's. */
export const library: readonly LibraryEntry[] = starterLibrary.map((item, index) => {
  if (item.task === withoutItem || drafts.has(item.content.title)) {
    return { ...toSampleItem(item), author: 'deliveryManager', publishedBy: null };
  }
  const author = authors[index % authors.length] ?? 'owner';
  const publishedBy = author === 'owner' ? 'deputy' : 'owner';
  return { ...toSampleItem(item), author, publishedBy };
});

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
