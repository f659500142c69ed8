import { placeholdersIn } from '../placeholders';
import type { CheckedItem } from './checkedItem';
import type { Finding } from './finding';
import { wordsFor, type PromptWords } from './words';

/**
 * What a prompt lacks of Microsoft's four ingredients (goal, context, source, expectations; see
 * learn.microsoft.com, "Considerations for Copilot prompts") and of a fifth that client work needs:
 * who reads the answer. Words decide, so this is advice: it can be wrong about a good prompt.
 */
export function missingParts(item: CheckedItem): Finding[] {
  const text = item.body.toLowerCase();
  const sentences = sentencesOf(text);
  const words = wordsFor(item.language);
  const names = placeholdersIn(text);
  const anywhere = (part: keyof PromptWords) => words.some((table) => table[part].test(text));
  const missing: Finding[] = [];
  const lacks = (standard: Finding['standard'], reason: Finding['reason']) =>
    missing.push({ standard, reason, field: 'body', about: null });

  const asks = words.some(({ asking }) => sentences.some((sentence) => asking.test(sentence)));
  if (!asks) lacks('goal', 'noGoal');
  if (names.length === 0 && !anywhere('situation')) lacks('context', 'noContext');
  const material = item.sources.length > 0 || introducesMaterial.test(text);
  if (!material && !anywhere('material')) lacks('source', 'noSource');
  if (!anywhere('shape')) lacks('expectation', 'noExpectation');
  const read = words.some(({ readers }) => names.some((name) => readers.test(name)));
  if (!read && !anywhere('readers')) lacks('audience', 'noAudience');
  return missing;
}

/** "Notes: {{notes}}": a line that ends in a colon, and what it announces. */
const introducesMaterial = /:\s*\{\{[^}]+\}\}/;

/** Sentences and lines, without bullets and numbers before them. */
function sentencesOf(text: string): string[] {
  return text
    .split(/\r\n|\r|\n|(?<=[.!?:;])\s+/)
    .map((sentence) => sentence.replace(/^[\s>#*•\-–—\d.()`"“]+/, ''))
    .filter((sentence) => sentence !== '');
}
