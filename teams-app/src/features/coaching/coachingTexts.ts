import type { CoachedFor, OutreachOutcome, OutreachWay } from '@last-mile/shared/coaching';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../app/texts';

const reasons: Record<CoachedFor, string> = {
  badStart: 'Had a bad start',
  wentQuiet: 'Went quiet',
  neverStarted: 'Never started',
};

const why: Record<CoachedFor, string> = {
  badStart:
    'Something went wrong within their first three uses, and they have used nothing in the last two closed weeks nor since. A word from a person helps most here.',
  wentQuiet:
    'They used something before, and nothing in the last two closed weeks nor since. Often something small is in the way.',
  neverStarted:
    'They have been in the programme for two closed weeks and have not used anything. Ten minutes side by side are usually enough to begin.',
};

const ways: Record<OutreachWay, string> = {
  teamsChat: 'A Teams chat',
  notification: 'A notification in Teams',
};

const outcomes: Record<OutreachOutcome, string> = {
  willTry: 'Will try it',
  neededHelp: 'Needed help, and got it',
  notForTheirWork: 'Does not fit their work',
  noAnswer: 'No answer',
  askedToStop: 'Does not want to be asked',
};

/** Words of coaching: whom to talk to, what came of it, and one's own word on being asked. */
export const coachingTexts = texts('coaching', {
  reasons,
  why,
  ways,
  outcomes,

  title: 'People to talk to',
  subtitle: 'Seen by the owner of the programme and the deputies, and by nobody else.',
  loading: 'Loading whom it may help to talk to',
  emptyTitle: 'Nobody needs a word just now',
  empty: 'Everybody used something in the last two closed weeks, or joined only lately.',
  people: (count: number) => plural(count, { one: '# person', other: '# people' }),
  showAll: (count: number) => `Show all ${String(count)}`,
  lastUsed: (day: string) => `Last used something on ${day}`,
  reached: (day: string, way: string) => `Reached out to on ${day}: ${way}`,
  tooSoon: 'Two weeks have not passed since.',
  optedOut: (count: number) =>
    plural(count, {
      one: '# person does not want to be asked and is not on this list.',
      other: '# people do not want to be asked and are not on this list.',
    }),
  asOf: (moment: string) => `As of ${moment}.`,

  reachOut: 'Reach out',
  reachOutTo: (name: string) => `Reach out to ${name}`,
  way: 'How',
  draft: 'How the chat begins',
  draftHint: 'Change it as you like. You send it yourself, in Teams.',
  notice:
    'Teams tells them that a champion of their programme offers a hand, and leads them to Last Mile. It says nothing of why.',
  toChat: 'Write it down and go on to the chat',
  toNotice: 'Write it down and notify',
  writing: 'Writing it down…',
  cancel: 'Cancel',
  done: 'Done',
  written: 'Written down.',
  openChat: (name: string) => `Open the chat with ${name}`,
  willBeTold: (name: string) => `${name} is told within a minute, if they have the app.`,
  notDone: 'This was not written down.',

  log: 'Reached out to',
  logHint:
    'Who used something again within four weeks is shown as back. It does not say that it was because of this.',
  logEmpty: 'Nobody yet. What came of it is written down here.',
  logLine: (day: string, way: string, reason: string) => `${day} · ${way} · ${reason}`,
  back: (day: string) => `Back on ${day}`,
  outcome: 'What came of it',
  outcomeOf: (name: string) => `What came of it: ${name}`,
  choose: 'Choose…',
  note: 'Anything to remember',
  noteHint: 'Kept in SharePoint, for the owners of the site. Please write no names.',
  stops: 'From then on they are on no list, unless they say otherwise themselves.',
  save: 'Write down',
  saving: 'Writing it down…',
  change: 'Change',
  changeOf: (name: string) => `Change what came of it: ${name}`,
  overtaken: 'Somebody else wrote down what came of it meanwhile; theirs stands above. Yours:',

  contactTitle: 'How Last Mile may contact me',
  contactSubtitle: 'Your own word; you can change it at any time.',
  contactLoading: 'Loading what you chose',
  mayReachOut: 'The champions of my programme may offer me a hand',
  onHint: 'At most once in two weeks, by a Teams chat or a notification.',
  offHint: 'You are on no list of people to talk to. Nobody is told that you chose this.',
  seenTitle: 'Who sees what',
  seen: {
    champions:
      'Your champions (the owner of the programme and the deputies) see that you have not started yet, went quiet or had a bad start, and on which day you last used something. While this is on.',
    others: 'Nobody else does. Leaders see figures for groups, never a person.',
    nobody: 'Nobody is told what you used, how often, or what you wrote.',
  },
  wholeNotice: 'All that is measured, and what never is',
  keptNow: 'Kept.',
  notKept: 'Your choice was not kept.',
});
