import { declareTexts, type DeclareTexts } from '@last-mile/shared/language';

/** The places of the tab that have texts; `german.ts` has the German of each. */
export type TextsName =
  | 'active'
  | 'app'
  | 'calendar'
  | 'dashboard'
  | 'drafting'
  | 'export'
  | 'feedback'
  | 'feedbackOverview'
  | 'suggestions'
  | 'feedbackQueue'
  | 'feedbackTriage'
  | 'groups'
  | 'habit'
  | 'health'
  | 'heat'
  | 'library'
  | 'libraryCopy'
  | 'libraryExport'
  | 'libraryImport'
  | 'libraryLife'
  | 'librarySessions'
  | 'librarySettings'
  | 'libraryStandards'
  | 'libraryStarter'
  | 'libraryVariants'
  | 'lifecycle'
  | 'needs'
  | 'panel'
  | 'peopleAndData'
  | 'programme'
  | 'retention'
  | 'start'
  | 'surfaces'
  | 'tasks'
  | 'trust'
  | 'weeks'
  | 'workflows';

/** Declares the texts of one place. */
export const texts: DeclareTexts<TextsName> = declareTexts;
