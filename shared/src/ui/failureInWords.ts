import { ApiAnswerUnreadable, ApiProblem, ApiUnreachable } from '../client';
import { uiTexts } from './uiTexts';

/** Why something failed, in the reader's language. What nobody has words for is said as it came. */
export function failureInWords(error: unknown): string {
  if (error instanceof ApiProblem) return uiTexts.problem(error.code, error.message);
  if (error instanceof ApiUnreachable) return uiTexts.notReached;
  if (error instanceof ApiAnswerUnreadable) return uiTexts.outdated;
  return error instanceof Error ? error.message : uiTexts.notReached;
}
