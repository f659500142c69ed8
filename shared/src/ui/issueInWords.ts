import type { Issue } from '../problem';
import { uiTexts } from './uiTexts';

/** What to mend at one place, in the reader's language. */
export function issueInWords({ code, limit, message }: Omit<Issue, 'path'>): string {
  return uiTexts.issue(code, limit ?? null, message);
}

/** What to mend at `path` of what was sent; null where nothing is. */
export function issueAtInWords(issues: readonly Issue[], path: string): string | null {
  const issue = issues.find((one) => one.path === path);
  return issue === undefined ? null : issueInWords(issue);
}
