import { plural } from '@last-mile/shared/language';
import type { LibraryItemKind } from '@last-mile/shared/library';
import { texts } from '../../app/texts';
import type { GroupId } from './libraryArrangement';
import type { FitReason } from './messageFit';

/** Every word of the library but those of an open item: the list and the questions beside it. */
export const libraryTexts = texts('library', {
  page: 'Templates and prompts',
  loading: 'Loading templates',
  kinds: { template: 'Templates', prompt: 'Prompts' } satisfies Record<LibraryItemKind, string>,
  kindsLabel: 'What to look for',
  search: { template: 'Search templates', prompt: 'Search prompts' } satisfies Record<
    LibraryItemKind,
    string
  >,
  list: { template: 'Templates', prompt: 'Prompts' } satisfies Record<LibraryItemKind, string>,
  workFilter: 'Your work',
  allWork: 'All work',
  taskFilter: 'Task',
  allTasks: 'All tasks',
  found: (kind: LibraryItemKind, number: number) =>
    kind === 'template'
      ? plural(number, { one: '# template', other: '# templates' })
      : plural(number, { one: '# prompt', other: '# prompts' }),
  stale: 'Review due',
  showMore: (number: number) => plural(number, { other: 'Show # more' }),
  partOfLibrary: (shown: number, total: number) =>
    `The newest ${plural(shown, { one: '# item', other: '# items' })} of ${plural(total, { other: '#' })} are here; the Teams tab has them all.`,
  groups: (group: GroupId, jobFamily: string) =>
    ({
      message: 'For this message',
      lately: 'Used lately',
      family: `For ${jobFamily}`,
      everyone: 'For everyone',
      others: 'Other work',
    })[group],
  because: (reason: FitReason) =>
    reason.because === 'subject'
      ? `The subject says “${reason.word}”`
      : {
          reply: 'For a reply',
          forward: 'For forwarding',
          outside: 'For someone outside',
          inside: 'For colleagues',
        }[reason.because],
  inserted: 'Inserted in this message',
  nothingFound: 'Nothing found',
  nothingFoundHint: 'Try fewer or other words, or look in all tasks.',
  clearFilters: 'Clear search and filters',
  empty: { template: 'No templates yet', prompt: 'No prompts yet' } satisfies Record<
    LibraryItemKind,
    string
  >,
  emptyHint: {
    template: 'Your champion publishes them in the Teams tab; they show up here by themselves.',
    prompt: 'Your champion publishes them in the Teams tab; they show up here by themselves.',
  } satisfies Record<LibraryItemKind, string>,

  taskQuestion: 'What is this message for?',
  messageIsFor: (task: string) => `This message is for: ${task}`,
  change: 'Change',
  changeTask: 'Change what this message is for',
  otherTask: 'Other…',
  noTask: 'None of these',

  familyQuestion: 'What kind of work do you do?',
  familyQuestionHint: 'Templates for it come first. You can change it at any time.',
  noFamily: 'None of these',

  withdrawn: 'This template is no longer in the library',
  withdrawnHint:
    'It was withdrawn since you opened it. What you typed is still here if it comes back.',

  back: 'Back to the list',
});
