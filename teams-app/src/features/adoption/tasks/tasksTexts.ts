import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of the tasks. Figures come in written. */
export const tasksTexts = texts('tasks', {
  title: 'Task by task',
  definition:
    'For each mapped task, over the last 12 closed weeks. Published: items in the library that serve it. Used: counted uses of those items, and by how many people. Saves time: the median drafting time of drafts marked with this task, without and with any template, for the same people, from 10 people on: an association, not a proof. Trusted: kept share, redo rate and flags per 100 uses of those items.',
  summary: (covered: string, of: string, used: string) =>
    `${covered} of ${of} mapped tasks have a published item; ${used} of them are known to be used.`,
  none: 'No tasks are mapped yet: map three to five before looking for what helps.',
  caption: 'Mapped tasks: published, used, saving time, trusted',
  columnTask: 'Task',
  columnFamily: 'Job family',
  columnPublished: 'Published',
  columnUses: 'Uses',
  columnPeople: 'People',
  columnWithout: 'Without',
  columnWith: 'With template',
  columnKept: 'Kept',
  columnRedo: 'Redo',
  columnFlags: 'Flags per 100',
  askPublished: 'Published?',
  askUsed: 'Used?',
  askTime: 'Saves time?',
  askTrusted: 'Trusted?',
  items: (count: number) => plural(count, { one: '# item', other: '# items' }),
  uses: (count: string) => `${count} uses`,
  byPeople: (count: number) => plural(count, { one: 'by # person', other: 'by # people' }),
  kept: (share: string) => `${share} kept`,
  redone: (share: string) => `${share} redone`,
  flagged: (flags: string) => `${flags} flags per 100 uses`,
  nothingPublished: 'Nothing published',
  needsTen: 'Not enough data: needs 10 people',
});
