import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

/** Words of building the library together. */
export const sessionTexts = texts('librarySessions', {
  title: 'Build together',
  subtitle: 'Everyone adds what worked on a real task and votes; the best become drafts.',
  back: 'Back to the library',
  backToAll: 'All sessions',
  loading: 'Loading sessions',
  loadingOne: 'Loading the session',
  noneTitle: 'No session yet',
  noneForChampion: 'Open one, then share its link in a meeting or the channel.',
  none: 'When a champion opens a session, it appears here.',
  running: 'Running',
  ended: 'Ended',
  entries: (count: number) => plural(count, { one: '# entry', other: '# entries' }),
  openedBy: (name: string, moment: string) => `Opened by ${name}, ${moment}`,
  someone: 'someone',
  goesOn: (day: string) =>
    `On ${day} this session goes. What did not become a draft becomes one of whoever wrote it.`,

  openTitle: 'Open a session',
  name: 'What is it about?',
  family: 'For',
  everybody: 'Everybody',
  open: 'Open session',
  opening: 'Opening…',

  addTitle: 'Add what worked',
  kind: 'Kind',
  kinds: { prompt: 'Prompt', template: 'Email' },
  entryTitle: 'Title',
  text: 'Text',
  textHint:
    'As you used it. Write {{name}} where something of yours stood: no names, no client data.',
  purpose: 'What was it good for?',
  add: 'Add',
  adding: 'Adding…',
  keptHere: 'Kept on this device until you add it.',

  entriesTitle: 'What everyone added',
  empty: 'Nothing yet. Be the first.',
  by: (name: string) => `by ${name}`,
  vote: (title: string) => `Vote for “${title}”`,
  ownVotes: (count: number) => plural(count, { one: '# vote', other: '# votes' }),
  drafted: 'Draft in the library',
  arrived: (name: string, title: string) => `${name} added “${title}”.`,
  choose: (title: string) => `Choose “${title}”`,
  makeDrafts: (count: number) => plural(count, { one: 'Make # draft', other: 'Make # drafts' }),
  chooseFirst: 'Choose the best to make drafts of them.',
  close: 'Close session',
  reopen: 'Open again',
  closed: 'This session is closed. Nothing can be added any more.',
  reconnecting: 'The connection is interrupted. What others add appears once it is back.',
});
