import { declareTexts, type DeclareTexts } from '@last-mile/shared/language';

/** The places of the pane that have texts; `german.ts` has the German of each. */
export type TextsName =
  'answer' | 'dialog' | 'feedback' | 'item' | 'library' | 'mine' | 'pane' | 'redo';

/** Declares the texts of one place. */
export const texts: DeclareTexts<TextsName> = declareTexts;
