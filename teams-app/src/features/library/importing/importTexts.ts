import { plural } from '@last-mile/shared/language';
import type { ExchangeField } from '@last-mile/shared/library-exchange';
import { texts } from '../../../app/texts';
import type { Separator } from './importCsv';
import type { ImportFileProblem } from './importLimits';

const fields: Record<ExchangeField, string> = {
  title: 'Title',
  body: 'Prompt text',
  purpose: 'Purpose',
  author: 'Author',
  sourceUrl: 'Source address',
  kind: 'Kind',
  subject: 'Email subject',
  jobFamilies: 'Job families',
  task: 'Task',
  taskKey: 'Key of the task',
  stepKey: 'Key of the step',
  assistant: 'Assistant',
  language: 'Language',
  tags: 'Tags',
  checkBeforeTrusting: 'Check before trusting',
  placeholders: 'Placeholders',
  exampleOutput: 'Example of good output',
  sources: 'What it rests on',
  translationOf: 'Key of the original',
};

const problems: Record<ImportFileProblem, string> = {
  empty: 'There are no column names in its first row, and no headings if it is Markdown.',
  noText: 'It is neither text nor an Excel workbook. Choose a CSV, Excel or Markdown file.',
  notExcel:
    'It is not an Excel workbook that can be opened, or it is damaged. Save it again as .xlsx, then choose it again.',
  oldExcel:
    'It is an old or a protected Excel file. Save it as “Excel workbook (.xlsx)” without a password, then choose it again.',
  tooLarge: 'It is larger than 32 MB, or than 64 MB when unpacked. Split it and import the parts.',
  tooManyRows: 'It has more than 20,000 rows. Split it and import the parts.',
  tooWide:
    'A row has more than 200 columns. Look whether the columns are separated as they should be.',
};

const separators: Record<Separator, string> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' };

/** Words of the import page. */
export const importTexts = texts('libraryImport', {
  title: 'Import prompts',
  subtitle:
    'Bring in prompts your team already uses, from a CSV, Excel or Markdown file. They arrive as drafts, word for word; another champion publishes them.',
  back: 'Back to the library',
  fields,
  problems,
  separators,
  chooseStep: '1. Choose a file',
  chooseFile: 'Choose a file',
  chooseOther: 'Choose another file',
  chosen: (name: string, rows: number) =>
    `${name}: ${plural(rows, { one: '# row', other: '# rows' })}`,
  readAsWindows1252:
    'This file does not say how its characters are written. It was read as Windows-1252 (Western Europe): look at accents and quotation marks below.',
  unreadable: 'The file could not be read',
  mapStep: '2. Match the columns',
  mapHint: 'Columns are matched by their names. Change what is not right.',
  separator: 'Columns are separated by',
  notMapped: 'Not in the file',
  column: (index: number) => `Column ${String(index + 1)}`,
  required: 'Choose the column that holds it.',
  foreignHint:
    'What the file calls otherwise than your programme does. What is called alike is proposed.',
  foreignTasks: 'Tasks of the file',
  foreignFamilies: 'Job families of the file',
  noTask: 'Leave empty',
  noFamily: 'Leave empty: for everybody',
  previewStep: '3. Look and import',
  previewCaption: (shown: number, all: number) =>
    shown === all
      ? plural(all, { one: 'The row to import', other: 'All # rows to import' })
      : `The first ${String(shown)} of ${plural(all, { one: '# row', other: '# rows' })} to import`,
  row: 'Row',
  field: 'Column',
  reason: 'Reason',
  wholeRow: 'Whole row',
  refusedTitle: (count: number) =>
    plural(count, { one: '# row cannot be imported', other: '# rows cannot be imported' }),
  refusedHint: 'The others are imported. Mend these in your file and import it again.',
  nothingToImport: 'No row of this file can be imported as the columns are matched now.',
  start: (count: number) => plural(count, { one: 'Import # prompt', other: 'Import # prompts' }),
  running: (sent: number, total: number) => `Imported ${String(sent)} of ${String(total)}…`,
  progress: 'Import progress',
  stoppedTitle: (sent: number, total: number) =>
    `Stopped after ${String(sent)} of ${String(total)}.`,
  stopped: 'What arrived is kept. Go on where it stopped.',
  goOn: 'Go on',
  doneTitle: 'Import finished',
  imported: (count: number) =>
    plural(count, { one: '# prompt imported as a draft', other: '# prompts imported as drafts' }),
  known: (count: number) =>
    plural(count, { one: '# was in the library already', other: '# were in the library already' }),
  refused: (count: number) => plural(count, { one: '# was refused', other: '# were refused' }),
  showDrafts: 'Show drafts',
  another: 'Import another file',
  moreFields: 'Show all fields',
  likeTitle: (count: number) =>
    plural(count, {
      one: '# row is like something in the library',
      other: '# rows are like something in the library',
    }),
  likeHint: 'Look at them side by side. Exactly the same text is never added twice.',
  likeUnknown: 'Whether the library has something alike could not be found out.',
  likeCaption: (shown: number, all: number) =>
    shown === all
      ? 'Rows like something in the library'
      : `The first ${String(shown)} of ${String(all)} rows like something in the library`,
  inFile: 'In the file',
  inLibrary: 'In the library',
  likeness: 'Alike',
  take: 'Import',
  takeRow: (row: number) => `Import row ${String(row)}`,
  leaveAllOut: 'Leave them all out',
  takeAll: 'Import them all',
  pastTitle: 'Earlier imports',
  pastHint: 'An import can be taken back: its drafts go, except those somebody has changed.',
  pastAt: 'When',
  pastBy: 'Who',
  pastFrom: 'From',
  pastFile: 'A file',
  pastItems: 'Drafts',
  pastUndo: 'Take back',
  someone: 'Somebody',
  undo: 'Take back',
  undoNamed: (at: string, items: number) =>
    `Take back the import of ${at} with ${plural(items, { one: '# draft', other: '# drafts' })}`,
  undoing: (removed: number) =>
    `${plural(removed, { one: '# draft removed', other: '# drafts removed' })} so far…`,
  undone: (removed: number) =>
    `${plural(removed, { one: '# draft removed', other: '# drafts removed' })}.`,
  undoStopped: (removed: number) =>
    `Stopped after ${plural(removed, { one: '# draft', other: '# drafts' })}. Take the rest back again.`,
  keptBack: (titles: readonly string[]) =>
    `Kept, because somebody has changed or published it since: ${titles.join(' · ')}`,
});
