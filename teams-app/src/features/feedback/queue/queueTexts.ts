import type { QueueView } from '@last-mile/shared/feedback';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../../app/texts';

const views: Record<QueueView, string> = {
  open: 'All open',
  new: 'New',
  due: 'Due',
  mine: 'Mine',
  vendor: 'With the vendor',
  done: 'Done',
};

const empty: Record<QueueView, { title: string; text: string }> = {
  open: {
    title: 'Nothing waits',
    text: 'What people flag or suggest appears here with the day it is due.',
  },
  new: {
    title: 'Everything is answered',
    text: 'What is still under way is in “All open”.',
  },
  due: { title: 'Nothing is due', text: 'What must be answered today or is late appears here.' },
  mine: {
    title: 'Nothing is assigned to you',
    text: 'Assign something to yourself, and it waits for you here.',
  },
  vendor: {
    title: 'Nothing waits on the vendor',
    text: 'What you send to the vendor waits here for their answer.',
  },
  done: {
    title: 'Nothing is closed yet',
    text: 'What was closed or merged stays here, with what became of it.',
  },
};

const sorts = {
  urgency: 'Most urgent first',
  newest: 'Newest first',
  voices: 'Most people first',
};

/** Words of the queue. */
export const queueTexts = texts('feedbackQueue', {
  views,
  viewsLabel: 'Parts of the queue',
  counted: (view: string, count: string) => `${view}, ${count}`,
  search: 'Search the feedback',
  searchHint: 'Search its words',
  reason: 'Reason',
  anyReason: 'Every reason',
  suggestions: 'Suggestions',
  subject: 'Subject',
  anySubject: 'Every subject',
  sort: 'Order',
  sorts,
  clear: 'Clear filters',
  list: 'Feedback',
  found: (count: number) => plural(count, { one: '# item', other: '# items' }),
  more: 'Show more',
  loadingMore: 'Loading more…',
  empty,
  nothingFoundTitle: 'Nothing matches',
  nothingFound: 'Try other words, or clear the filters.',
  chooseTitle: 'Choose what to answer',
  choose: 'What it says, what it is about and what was done so far appear here.',
  due: (day: string) => `Due ${day}`,
  dueToday: 'Due today',
  late: (day: string) => `Was due ${day}`,
  dueAgain: (day: string) => `Opened again, due ${day}`,
  nobody: 'Nobody assigned',
  assignedTo: (name: string) => `With ${name}`,
  voices: (count: number) => plural(count, { one: '# person', other: '# people' }),
  delivering: 'On its way to SharePoint',
  mergedAway: 'Merged',
  choosing: (words: string) => `Choose: ${words}`,
  chooseAll: 'Choose all shown',
  bulk: 'With what is chosen',
  chosen: (count: number) => plural(count, { one: '# chosen', other: '# chosen' }),
  clearChosen: 'Choose none',
  takeUp: 'Take up',
  assign: 'Assign',
  decline: 'Decline',
  pack: 'Vendor pack',
  packText: 'Copy as text',
  packTextFile: 'Download as text',
  packCsv: 'Download as CSV',
  packName: 'vendor pack',
  packCopied: 'Copied.',
  packFailed: 'The pack could not be made.',
  packCopyRefused: 'The host does not allow copying. Download it in place of that.',
  takeUpMany: (count: number) => plural(count, { one: 'Take up # item', other: 'Take up # items' }),
  declineMany: (count: number) =>
    plural(count, { one: 'Decline # item', other: 'Decline # items' }),
  note: 'A word to who wrote it',
  noteHint: 'They are told with it. You can leave it empty.',
  reasonToDecline: 'Why not?',
  reasonToDeclineHint: 'Who wrote it reads this.',
  missing: 'Write a few words first.',
  cancel: 'Cancel',
  working: 'Working…',
  bulkDone: (count: number) =>
    plural(count, { one: '# item is done.', other: '# items are done.' }),
  bulkConflicts: (count: number) =>
    plural(count, {
      one: '# item was changed by somebody meanwhile: nothing was written. It is still chosen; look at it, and do it again if it still fits.',
      other:
        '# items were changed by somebody meanwhile: nothing was written. They are still chosen; look at them, and do it again if it still fits.',
    }),
  bulkRefused: (count: number, why: string) =>
    `${plural(count, { one: '# item was refused:', other: '# items were refused:' })} ${why}`,
  bulkFailed: 'This was not done.',
  keyboard: 'Keyboard',
  keyboardTitle: 'The queue by keyboard',
  keyboardOn: 'Single keys act',
  keyboardOnHint: 'Never while you write. Kept on this device.',
  keys: {
    move: 'Down and up the list',
    open: 'Open',
    choose: 'Choose for an act on several',
    search: 'Search',
    takeUp: 'Take up',
    assign: 'Assign',
    close: 'Close',
    merge: 'Merge',
    adjustPrompt: 'Adjust the prompt',
    sendToVendor: 'Send to the vendor',
    reopen: 'Open again',
    send: 'Do what the form says',
    back: 'Close the form, back to the list',
  },
  keyEnter: 'Enter',
  keyEscape: 'Esc',
  keyControl: 'Ctrl',
});
