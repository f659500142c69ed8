import { texts } from '../texts';

/** Words of the drafting time. Figures come in written. */
export const draftingTexts = texts('drafting', {
  title: 'Drafting time',
  definition:
    'From opening a message to sending it, seen on the device: idle time is removed while the pane is open, and more than 60 minutes is not believed. No text, subject or recipient is read. The week’s figure is the median of its observed drafts. Two comparisons are made within the same people, each by the median of their own drafts on both sides: without and with a template over the last 12 closed weeks, and before the programme against its last 4 closed weeks. What is told is the median of their differences, with a 95% interval (Hodges–Lehmann). That is an association, not a proof: other things changed in those weeks too. Fewer than 10 people say “not enough data”.',
  minutesOf: (people: string) => `median of the drafts of ${people} people`,
  weekUnknown:
    'Not enough data for this week: fewer people than may be shown sent observed drafts.',
  weekHidden: 'Hidden for this week: too few people, or it would reveal them.',
  sinceStart: 'Since the start',
  withTemplate: 'Without → with a template',
  observed: 'Observed drafts',
  observedOf: (share: string, n: string, of: string) => `${share} · ${n} of ${of} sent`,
  needsDrafts: 'Not enough data: too few people sent drafts',
  howSure: 'How sure is this?',
  noComparison: 'Once 10 people have drafts on both sides, the interval stands here.',

  weekly: 'Drafting time week by week',
  line: 'Median of the week',
  weeklyCallout: (minutes: string, people: string) => `${minutes} (${people} people)`,
  summaryKnown: (minutes: string, people: string, day: string) =>
    `In the week of ${day} a draft took ${minutes}, the median of the drafts of ${people} people.`,
  summaryUnknown: 'For the last week that is over there is no drafting time to show.',
  summarySince: (first: string, second: string, people: string) =>
    `Since the start it went from ${first} to ${second} for the same ${people} people: an association, not a proof.`,
  caption: 'Median drafting time by week, and the two comparisons',
  columnFigure: 'Week or comparison',
  columnMedian: 'Median',
  columnFirst: 'First',
  columnSecond: 'Second',
  columnPeople: 'People',
  columnShift: 'Shift',
  columnLow: '95% from',
  columnHigh: '95% to',
});
