import { declareTexts, type DeclareTexts } from '@last-mile/shared/language';

/** The places of the tab that have texts; `german.ts` has the German of each. */
export type TextsName = 'app' | 'feedback' | 'library' | 'libraryImport' | 'programme';

/** Declares the texts of one place. */
export const texts: DeclareTexts<TextsName> = declareTexts;
