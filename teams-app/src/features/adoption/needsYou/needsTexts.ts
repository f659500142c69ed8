import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of what waits for a champion. */
export const needsTexts = texts('needs', {
  title: 'Needs you this week',
  definition:
    'What waits for a champion, the most urgent first: open flags that reached a client (due the same day), overdue feedback, fading use, texts changed by hand in SharePoint, cases to walk, items past their review day, drafts, and mapped tasks without a published item.',
  nothing: 'Nothing waits for you.',
  client: (count: number) =>
    plural(count, {
      one: '# open flag reached a client: answer it today',
      other: '# open flags reached a client: answer them today',
    }),
  overdue: (count: number) =>
    plural(count, { one: '# feedback item is overdue', other: '# feedback items are overdue' }),
  proposals: (count: number) =>
    plural(count, {
      one: '# published text was changed in SharePoint: review it',
      other: '# published texts were changed in SharePoint: review them',
    }),
  cases: (count: number) =>
    plural(count, { one: '# case is to be walked', other: '# cases are to be walked' }),
  review: (count: number) =>
    plural(count, {
      one: '# published item is past its review day',
      other: '# published items are past their review day',
    }),
  drafts: (count: number) =>
    plural(count, { one: '# draft waits to be published', other: '# drafts wait to be published' }),
  tasks: (count: number) =>
    plural(count, {
      one: '# mapped task has no published prompt or template',
      other: '# mapped tasks have no published prompt or template',
    }),
  decay: 'Use is fading since the best week: look at the groups on top of the list',
  copilot: 'Copilot’s report conceals names: an admin can change that',
});
