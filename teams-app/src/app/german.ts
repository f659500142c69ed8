import { uiGerman } from '@last-mile/shared/german';
import { feedbackGerman } from '../features/feedback/feedbackTexts.de';
import { importGerman } from '../features/library/importTexts.de';
import { libraryGerman } from '../features/library/libraryTexts.de';
import { programmeGerman } from '../features/programme/programmeTexts.de';
import { appGerman } from './appTexts.de';
import type { TextsName } from './texts';

/** The tab in German, fetched only where the host speaks it. */
export const german = {
  ui: uiGerman,
  app: appGerman,
  feedback: feedbackGerman,
  library: libraryGerman,
  libraryImport: importGerman,
  programme: programmeGerman,
} satisfies Record<TextsName | 'ui', object>;
