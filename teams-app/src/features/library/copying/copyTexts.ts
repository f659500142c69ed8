import type { copyRefusals } from '@last-mile/shared/library';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

const reasons: Record<(typeof copyRefusals)[number], string> = {
  gone: 'it is not shared any more',
  changed: 'it was published anew meanwhile; look at it again',
};

/** Words of copying from another programme's library. */
export const copyTexts = texts('libraryCopy', {
  reasons,
  orCopy: 'Or copy from another programme',
  orCopyHint: 'Published prompts and templates of programmes that share their library, as drafts.',
  title: 'Copy from another programme',
  subtitle:
    'What you choose arrives as drafts of your own, word for word, with where it came from. Another champion publishes them.',
  back: 'Back to importing',
  loading: 'Loading what is shared',
  chooseStep: (name: string) => `1. Choose what to copy from ${name}`,
  search: 'Search what is shared',
  none: 'Nothing is published there yet.',
  noneFound: 'Nothing is found by these words.',
  found: (count: number) => plural(count, { one: '# item', other: '# items' }),
  chooseAll: (count: number) =>
    plural(count, { one: 'Choose the one shown', other: 'Choose all # shown' }),
  more: 'Show more',
  chosen: (count: number) => `${String(count)} chosen`,
  forTask: (task: string) => `For: ${task}`,
  showText: 'Show the text',
  showTextOf: (title: string) => `Show the text of ${title}`,
  hideText: 'Hide the text',
  hideTextOf: (title: string) => `Hide the text of ${title}`,
  copyAlready: 'You have a copy:',
  copyOlder: 'You have a copy of an earlier version:',
  openCopy: 'open it',
  likeOurs: (percent: string) => `${percent} like one of yours:`,
  mapStep: '2. Match tasks and job families',
  mapHint: 'What is called alike is proposed. Change what is not right.',
  nothingToMap: 'Nothing to match: what you chose names no task and no job family.',
  tasks: 'Their tasks',
  families: 'Their job families',
  noTask: 'Leave empty',
  noFamily: 'Leave empty: for everybody',
  copyStep: '3. Copy',
  start: (count: number) =>
    plural(count, { one: 'Copy # item as a draft', other: 'Copy # items as drafts' }),
  again: 'Copy more',
  notCopied: (count: number) =>
    plural(count, { one: '# was not copied', other: '# were not copied' }),
  notCopiedBecause: (title: string, reason: string) => `${title}: ${reason}.`,
});
