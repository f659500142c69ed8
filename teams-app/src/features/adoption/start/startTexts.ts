import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of the screens before there is a figure. */
export const startTexts = texts('start', {
  titles: {
    notStarted: 'Start measuring',
    firstWeek: 'The first week is running',
    nothingCounted: 'Nothing has been counted yet',
  },
  meanings: {
    notStarted: (day: string) =>
      `The programme starts on ${day}. What people do before that day is the baseline: without it nobody can say later what changed.`,
    firstWeek: (day: string) =>
      `The programme started on ${day}. A week’s figure is shown when the week is over, so that nobody reads a Tuesday as a trend.`,
    nothingCounted: (day: string) =>
      `The programme started on ${day}, and no counted action has come in: no prompt copied or opened, no template inserted, no day of Copilot activity.`,
  },
  doTitle: 'What to do now',
  doMapTasks: 'Map three to five tasks with the people who do them',
  doPublish: 'Publish the first prompts and templates: import what your team has',
  doTasks: (missing: number) =>
    plural(missing, {
      one: '# mapped task has no prompt or template yet: publish one',
      other: '# mapped tasks have no prompt or template yet: publish one for each',
    }),
  doPeople:
    'Check that everybody is in the programme’s group in Microsoft Entra ID: only they are counted',
  doTell: 'Tell the channel where to find prompts in Teams and templates in Outlook',
  leader: 'There is nothing for you to do: the champion prepares this.',
  knownTitle: 'What will be known, and when',
  columnWhen: 'From',
  columnWhat: 'What',
  now: 'Today',
  baseline: 'Use and drafting time before the programme, as the baseline to compare with',
  counting: 'Every counted action of the programme’s people, kept until its week is over',
  firstRate: 'The first weekly active rate against the target, provisional',
  firstClosed: 'The first week is closed: late figures of Copilot are in',
  flow: 'Who came back and who went dormant; retention of the first start week',
  fourWeeks:
    'Habit over four weeks; drafting time since the start, once 10 people have drafts before and after',
  twelveWeeks: 'Habit over twelve weeks',
});
