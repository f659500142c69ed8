import type { CheckedItem } from './checkedItem';
import type { Finding } from './finding';
import { plainText } from './plainText';
import { wordsFor } from './words';

/** What an email template lacks: what it is for, a subject, and somebody it greets. */
export function missingInTemplate(item: CheckedItem): Finding[] {
  const missing: Finding[] = [];
  if (item.purpose.trim() === '') {
    missing.push({ standard: 'goal', reason: 'noPurpose', field: 'purpose', about: null });
  }
  if ((item.subject ?? '').trim() === '') {
    missing.push({ standard: 'goal', reason: 'noSubject', field: 'subject', about: null });
  }
  const first = plainText(item.body).trimStart().toLowerCase();
  if (!wordsFor(item.language).some(({ greeting }) => greeting.test(first))) {
    missing.push({ standard: 'audience', reason: 'noGreeting', field: 'body', about: null });
  }
  return missing;
}
