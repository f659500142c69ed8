import { ApiAnswerUnreadable, ApiProblem, ApiUnreachable, SignInRequired } from '../client';
import type { Refusal } from '../problem';
import { uiTexts } from './uiTexts';

/** Why the API refused something, in the reader's language. */
export function refusalInWords({ code, message }: Refusal): string {
  return uiTexts.problem(code, message);
}

/** Why something failed, in the reader's language. */
export function failureInWords(error: unknown): string {
  if (error instanceof ApiProblem) return refusalInWords(error);
  if (error instanceof SignInRequired) return uiTexts.signInAgain;
  if (error instanceof ApiUnreachable) return uiTexts.notReached;
  if (error instanceof ApiAnswerUnreadable) return uiTexts.outdated;
  return error instanceof Error ? uiTexts.unforeseen(error.message) : uiTexts.notReached;
}
