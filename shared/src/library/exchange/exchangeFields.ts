/** The fields of an item that leave with it and come back, in the order of their columns. */
export const exchangeFields = [
  'title',
  'body',
  'purpose',
  'author',
  'sourceUrl',
  'kind',
  'subject',
  'jobFamilies',
  'task',
  'taskKey',
  'stepKey',
  'assistant',
  'language',
  'tags',
  'checkBeforeTrusting',
  'placeholders',
  'exampleOutput',
  'sources',
  'translationOf',
] as const;
export type ExchangeField = (typeof exchangeFields)[number];

/** Which column (by its index) feeds which field. */
export type ColumnMapping = Readonly<Partial<Record<ExchangeField, number>>>;

/** Names under which people keep these columns, ours first. */
const columnNames: Record<ExchangeField, readonly [string, ...string[]]> = {
  title: ['Title', 'Name', 'Prompt title', 'Heading'],
  body: ['Prompt', 'Body', 'Text', 'Prompt text', 'Content', 'Instruction'],
  purpose: ['Summary', 'Purpose', 'Description', 'Use case', 'Goal'],
  author: ['Author', 'Written by', 'Created by', 'Owner'],
  sourceUrl: ['Source', 'URL', 'Link', 'Source URL'],
  kind: ['Kind'],
  subject: ['Subject', 'Email subject'],
  jobFamilies: ['Job families', 'Job family'],
  task: ['Task', 'Workflow'],
  taskKey: ['Task key'],
  stepKey: ['Step key'],
  assistant: ['Assistant'],
  language: ['Language'],
  tags: ['Tags', 'Keywords'],
  checkBeforeTrusting: ['Check before trusting'],
  placeholders: ['Placeholders'],
  exampleOutput: ['Example output', 'Example'],
  sources: ['Sources'],
  translationOf: ['Translation of'],
};

/** A file with this column was written by us: its cells are taken to the letter. */
const ownColumn = 'Last Mile key';

/** The columns of an export: what comes back, then how the item stood here. */
export const exchangeHeader = [
  ...exchangeFields.map((field) => columnNames[field][0]),
  ...[ownColumn, 'Status', 'Version', 'Review on', 'Changed at'],
] as const;

/** Whether a file with this header is an export of a library. */
export function isOwnHeader(header: readonly string[]): boolean {
  return header.includes(ownColumn);
}

const plainName = (name: string) =>
  name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/[\s_-]+/g, ' ');

/** The field people keep under this name; undefined for a name that says nothing to us. */
export function fieldNamed(name: string): ExchangeField | undefined {
  const wanted = plainName(name);
  return exchangeFields.find((field) =>
    columnNames[field].some((known) => plainName(known) === wanted),
  );
}

/** Maps columns by their names, each column to one field at most; unknown columns stay unmapped. */
export function mapColumns(header: readonly string[]): ColumnMapping {
  const names = header.map(plainName);
  const mapping: Partial<Record<ExchangeField, number>> = {};
  for (const field of exchangeFields) {
    const index = columnNames[field]
      .map((name) => names.indexOf(plainName(name)))
      .find((at) => at >= 0);
    if (index !== undefined) mapping[field] = index;
  }
  return mapping;
}
