import { placeholdersIn } from '../placeholders';
import type { CheckedItem } from './checkedItem';
import type { Finding } from './finding';

/**
 * Placeholders whoever fills them in would have to guess: without a description (what the message
 * itself proposes needs none), with fewer than two choices, or described and not in the text.
 */
export function placeholderFindings(item: CheckedItem): Finding[] {
  const named = placeholdersIn(item.subject, item.body);
  const described = new Map(item.placeholders.map((entry) => [entry.name, entry]));
  const found: Finding[] = [];
  const add = (reason: Finding['reason'], about: string) =>
    found.push({ standard: 'placeholders', reason, field: 'placeholders', about });

  for (const name of named) {
    const entry = described.get(name);
    const proposed = (entry?.from ?? null) !== null;
    if (!proposed && (entry?.description ?? '').trim() === '') add('noDescription', name);
    if (entry?.kind === 'choice' && entry.choices.length < 2) add('tooFewChoices', name);
  }
  for (const name of described.keys()) if (!named.includes(name)) add('notInText', name);
  return found;
}
