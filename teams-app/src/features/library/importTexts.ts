import type { ImportField } from '@last-mile/shared/library';
import { plural } from '@last-mile/shared/language';
import { texts } from '../../app/texts';
import type { ImportFileProblem, Separator } from './importFile';

const fields: Record<ImportField, string> = {
  title: 'Title',
  body: 'Prompt text',
  purpose: 'Purpose',
  author: 'Author',
  sourceUrl: 'Source address',
};

const problems: Record<ImportFileProblem, string> = {
  notUtf8:
    'This file is not UTF-8. In Excel, choose Save as and “CSV UTF-8 (comma delimited)”, then choose the file again.',
  empty: 'This file has no first row with column names.',
  tooLarge: 'This file is larger than 50 MB. Split it and import the parts.',
};

const separators: Record<Separator, string> = { ',': 'Comma', ';': 'Semicolon', '\t': 'Tab' };

/** Words of the import page. */
export const importTexts = texts('libraryImport', {
  title: 'Import prompts',
  subtitle:
    'Bring in prompts your team already uses, from a CSV file. They arrive as drafts, word for word; another champion publishes them.',
  back: 'Back to the library',
  fields,
  problems,
  separators,
  chooseStep: '1. Choose a file',
  chooseFile: 'Choose a CSV file',
  chooseOther: 'Choose another file',
  chosen: (name: string, rows: number) =>
    `${name}: ${plural(rows, { one: '# row', other: '# rows' })}`,
  unreadable: 'The file could not be read',
  mapStep: '2. Match the columns',
  mapHint: 'Columns are matched by their names. Change what is not right.',
  separator: 'Columns are separated by',
  notMapped: 'Not in the file',
  column: (index: number) => `Column ${String(index + 1)}`,
  required: 'Choose the column that holds it.',
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
  unclosed: 'A quotation mark in this row never closes.',
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
});
