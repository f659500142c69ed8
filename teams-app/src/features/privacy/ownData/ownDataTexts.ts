import { plural } from '@last-mile/shared/language';
import type { DataKind } from '@last-mile/shared/privacy';
import { texts } from '../../../app/texts';

const kinds: Record<DataKind, string> = {
  use: 'What you used, under a random number',
  membership: 'In which programme and department, from when until when',
  feedback: 'Feedback you sent, and what came of it',
  votes: 'Votes',
  practice: 'Sessions you were at, and help you offer',
  times: 'How long steps took you, and where saved time went',
  coaching: 'Whether champions may reach out to you, and whether they did',
  library: 'Texts you wrote, approved or marked',
  programme: 'What you did for a programme',
  role: 'Your role as last seen',
  notices: 'What you were told in Teams',
  acts: 'That you did something: in the audit trail, and on its way to SharePoint',
};

/** Words of what is held about oneself, and of erasing it. */
export const ownDataTexts = texts('ownData', {
  kinds,
  title: 'What is held about you',
  loading: 'Looking up what is held about you',
  nothing: 'Nothing is held about you.',
  records: (count: number) => plural(count, { one: '# record', other: '# records' }),
  save: 'Save all of it as a file',
  fileHint: 'The file says of each record what it is for, for how long it is kept and who sees it.',
  eraseTitle: 'Erase it',
  consequences: {
    words:
      'Your words in feedback go, also those of flags that are still open. That something was flagged stays.',
    library:
      'Your own variants, marks and offers of help are deleted. Texts you wrote for the library stay, without you.',
    figures:
      'What you used stays in the figures as nobody’s: no figure moves. You no longer see it as yours.',
    anew: 'Until Sunday nothing more is counted of you. From Monday on you count as somebody new.',
    standing:
      'If you deputise for a programme, you no longer do. Your “no” to being reached out to stays.',
    elsewhere:
      'The audit trail stays until its time is over. Microsoft 365 keeps older versions of list items, deleted ones for 93 days, and whatever a retention rule says.',
  },
  confirmation: 'ERASE',
  typeIt: (word: string) => `Type ${word} to confirm`,
  erase: 'Erase what is held about me',
  blocked: (names: string) =>
    `You answer for ${names}. Name somebody else there first: a programme is never without an owner.`,
  underWay: 'The erasure is under way. You can close this; it goes on by itself.',
  done: (day: string) => `What was held about you was erased on ${day}.`,
  countsFrom: (day: string) => `From ${day} on, what you do counts as that of somebody new.`,
  doneRecords: (count: number) =>
    plural(count, { one: '# record was found then.', other: '# records were found then.' }),
  failed: 'It was not taken down',
  ofOthers: 'Data about a person, for admins',
  auditTrail: 'Audit trail, for admins',
  deliveries: 'On the way to SharePoint, for admins',
});
