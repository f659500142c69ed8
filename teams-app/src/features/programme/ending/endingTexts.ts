import { plural } from '@last-mile/shared/language';
import type { ProgrammeEnding } from '@last-mile/shared/programme';
import { texts } from '../../../app/texts';

const hows: Record<ProgrammeEnding['how'], string> = {
  sustain: 'It goes on as it is',
  handOver: 'It goes on with another owner',
  stop: 'It stops',
};

/** Words of how a programme ends, and of who owns it. */
export const endingTexts = texts('ending', {
  hows,

  title: 'How it goes on',
  subtitle: 'A programme ends in the open: with a word to everyone who took part.',
  back: 'Back to the programme',
  loading: 'Loading how it goes on',
  notYetTitle: 'The programme is still running',
  notYet: 'How it goes on will be told here, to everyone who took part.',
  endedOn: (day: string) => `Said on ${day}`,
  reason: 'Why it stops',
  how: 'How does it go on?',
  onlyStop: 'Until its active weeks are over, it can only be stopped.',
  notBegun: 'The programme has not begun.',
  newOwner: 'Its new owner',
  message: 'A word to everyone who took part',
  messageHint: 'What came of it, what stays, and thanks. It is read in this tab.',
  tookPart: (count: number) =>
    plural(count, { one: '# person took part', other: '# people took part' }),
  tookPartFew: 'Fewer than five people took part',
  whoTookPart:
    'Whoever used something that counts, was at a session or sent feedback since it began. Each gets one notification in Teams.',
  end: 'End the programme and tell everyone',
  ending: 'Ending it…',
  notEnded: 'The programme was not ended.',
  sure: 'This cannot be taken back.',

  backToPlan: 'Back to the plan',
  ownerTitle: 'Who owns the programme',
  ownerSubtitle: 'One person answers for it, with time and a budget.',
  ownerNow: (name: string) => `The owner is ${name}.`,
  someone: 'a colleague who is not in the directory',
  present: 'They are at work on it.',
  silent: (day: string) =>
    `Nothing was heard of them here since ${day}: for two weeks of working days. Talk to them, or name somebody else.`,
  gone: 'Their account is closed, or they are no champion any more. Name somebody else.',
  nameTitle: 'Name another owner',
  nameHint: 'A champion of your organisation. They find the programme in their tab at once.',
  name: 'Name as the owner',
  naming: 'Naming…',
  chosen: (name: string) => `Chosen: ${name}`,
  notNamed: 'Nobody was named.',
  overtaken:
    'Someone changed the programme meanwhile. It is shown as it is now: look, then choose again.',
});
