import { uiGerman } from '@last-mile/shared/german';
import { appGerman } from './appTexts.de';
import type { TextsName } from './texts';

/** The tab in German, fetched only where the host speaks it. */
export const german = {
  ui: uiGerman,
  app: appGerman,
} satisfies Record<TextsName | 'ui', object>;
