import { feedbackFormGerman, ownFeedbackGerman, uiGerman } from '@last-mile/shared/german';
import { answerGerman } from '../features/library/answerTexts.de';
import { feedbackGerman } from '../features/feedback/feedbackTexts.de';
import { itemGerman } from '../features/library/itemTexts.de';
import { mineGerman } from '../features/feedback/mineTexts.de';
import { redoGerman } from '../features/adoption/redoTexts.de';
import { libraryGerman } from '../features/library/libraryTexts.de';
import { dialogGerman } from './dialogTexts.de';
import { paneGerman } from './paneTexts.de';
import type { TextsName } from './texts';

/** The pane in German, fetched only where Outlook speaks it. */
export const german = {
  ui: uiGerman,
  feedbackForm: feedbackFormGerman,
  ownFeedback: ownFeedbackGerman,
  answer: answerGerman,
  dialog: dialogGerman,
  feedback: feedbackGerman,
  item: itemGerman,
  library: libraryGerman,
  mine: mineGerman,
  pane: paneGerman,
  redo: redoGerman,
} satisfies Record<TextsName | 'ui' | 'feedbackForm' | 'ownFeedback', object>;
