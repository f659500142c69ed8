import { plural } from '@last-mile/shared/language';
import type { DataKind } from '@last-mile/shared/privacy';
import { texts } from '../../../app/texts';

const kinds: Record<DataKind, string> = {
  use: 'What they used, under a random number',
  membership: 'Which programme and department they belonged to, from when until when',
  feedback: 'Feedback they sent, and what came of it',
  votes: 'Votes they gave',
  practice: 'Sessions they were at, and help they offer',
  times: 'How long steps took them, and where saved time went',
  coaching: 'Whether champions may reach out to them, and whether they did',
  library: 'Texts they wrote, approved or marked',
  programme: 'What they did for a programme',
  role: 'Their role as last seen',
  notices: 'What they were told in Teams',
  acts: 'That they did something: in the audit trail, and on its way to SharePoint',
};

/** Words for an admin of what is held about somebody, and of erasing it. */
export const peopleDataTexts = texts('peopleData', {
  kinds,
  pageTitle: 'Data about a person',
  pageSubtitle: 'When somebody asks what is held about them, hand it out here, or erase it.',
  person: 'Person',
  nobody: 'Nobody in this organisation is called so.',
  heldAbout: (name: string) => `What is held about ${name}`,
  title: 'What is held about this person',
  lookHint: 'That you looked is written in the audit trail.',
  look: 'Show what is held',
  notShown: 'It could not be shown',
  loading: 'Looking it up',
  nothing: 'Nothing is held about this person.',
  records: (count: number) => plural(count, { one: '# record', other: '# records' }),
  save: 'Save it as a file to hand out',
  fileHint: 'The file says of each record what it is for, for how long it is kept and who sees it.',
  eraseTitle: 'Erase the data',
  consequences: {
    words:
      'Their words in feedback go, also those of flags that are still open. That something was flagged stays.',
    library:
      'Their own variants, marks and offers of help are deleted. Texts they wrote for the library stay, without them.',
    figures: 'What they used stays in the figures as nobody’s: no figure moves.',
    anew: 'Until Sunday nothing more is counted of them. From Monday on they count as somebody new.',
    standing:
      'If they deputise for a programme, they no longer do. Their “no” to being reached out to stays.',
    elsewhere:
      'The audit trail stays until its time is over. Microsoft 365 keeps older versions of list items, deleted ones for 93 days, and whatever a retention rule says.',
  },
  typeIt: (name: string) => `Type ${name} to confirm`,
  erase: 'Erase what is held about this person',
  blocked: (programmes: string) =>
    `This person answers for ${programmes}. Somebody else must be named there first: a programme is never without an owner.`,
  underWay: 'The erasure is under way. You can leave this page; it goes on by itself.',
  done: (moment: string) => `What was held about this person was erased on ${moment}.`,
  countsFrom: (day: string) => `From ${day} on, what they do counts as that of somebody new.`,
  doneRecords: (count: number) =>
    plural(count, { one: '# record was found then.', other: '# records were found then.' }),
  failed: 'It was not taken down',
});
