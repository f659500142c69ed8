import { CopyRefused } from './copyText';
import { MessageCallFailed } from './composeMessage';
import { SelectionInTheWay } from './insertTemplate';
import { itemTexts as texts } from './itemTexts';
import { SanitiserUnsupported } from './templateContent';

/** Why an item could not be used, in words. */
export interface UseFailure {
  readonly title: string;
  readonly text: string;
}

/** Why a template could not be taken out again, in words. */
export function toTakeOutFailure(error: unknown): UseFailure {
  const reason = error instanceof MessageCallFailed ? error.reason : 'refused';
  return { title: texts.notTakenOutTitle, text: texts.failed[reason] };
}

/** Puts what went wrong into words a person can act on. */
export function toUseFailure(error: unknown): UseFailure {
  if (error instanceof MessageCallFailed) {
    return { title: texts.failedTitle, text: texts.failed[error.reason] };
  }
  if (error instanceof SelectionInTheWay) {
    return { title: texts.selectionTitle, text: texts.selectionText };
  }
  if (error instanceof CopyRefused) return { title: texts.copyFailedTitle, text: texts.copyFailed };
  if (error instanceof SanitiserUnsupported) {
    return { title: texts.unsafeTitle, text: texts.unsafe };
  }
  return { title: texts.failedTitle, text: texts.failed.refused };
}
