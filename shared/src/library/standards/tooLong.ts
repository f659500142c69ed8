import type { CheckedItem } from './checkedItem';
import type { Finding } from './finding';

/**
 * What Copilot's prompt box takes inside the apps: support.microsoft.com, "Keep it short and sweet:
 * a guide on the length of documents that you provide to Copilot". Copilot Chat's box has no
 * documented limit, so none is checked.
 */
const longestInApp = 2_000;
/** Outlook's limits (contracts E): a subject, and the body of a form that a template opens. */
const longestSubject = 255;
const longestForm = 32 * 1_024;

/** Texts that are too long for where they are used. Placeholders count as they are written. */
export function tooLong(item: CheckedItem): Finding[] {
  const found: Finding[] = [];
  const check = (field: 'body' | 'subject', length: number, most: number) => {
    if (length <= most) return;
    found.push({ standard: 'length', reason: 'tooLong', field, about: String(most) });
  };
  if (item.kind === 'prompt') {
    const inApp = /^copilot in\b/i.test(item.assistant ?? '');
    if (inApp) check('body', item.body.length, longestInApp);
  } else {
    check('subject', (item.subject ?? '').length, longestSubject);
    check('body', new TextEncoder().encode(item.body).length, longestForm);
  }
  return found;
}
