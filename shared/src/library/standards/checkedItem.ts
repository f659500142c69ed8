import type { LibraryContent } from '../libraryItem';

/** What the checker reads of an item. */
export type CheckedItem = Pick<
  LibraryContent,
  | 'kind'
  | 'purpose'
  | 'subject'
  | 'body'
  | 'assistant'
  | 'language'
  | 'placeholders'
  | 'sources'
  | 'exampleOutput'
>;
