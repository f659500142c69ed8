import { placeholdersIn, type ItemPlaceholder, type LibraryItem } from '@last-mile/shared/library';
import type { MessageContext } from './composeMessage';
import { proposeValues, type Proposal } from './placeholderProposals';
import { writtenIn } from './writtenIn';

/** What the placeholders of an item are filled with. */
export interface Filling {
  /** In order of appearance. */
  readonly names: readonly string[];
  /** What the item's author said of them. */
  readonly declared: readonly ItemPlaceholder[];
  /** What was typed as it was typed. */
  readonly edits: Readonly<Record<string, string>>;
  readonly proposals: Readonly<Record<string, Proposal>>;
  /** What each will be filled with: typed, proposed, or ''. */
  readonly values: Readonly<Record<string, string>>;
  /** Those that have no value yet. */
  readonly missing: readonly string[];
}

export interface FilledFrom {
  /** What proposals are taken from; null while nothing is known of it. */
  readonly message: MessageContext | null;
  readonly edits: Readonly<Record<string, string>>;
  readonly now: Date;
}

/** Fills `texts`, those of the item that will be used. What was typed goes before what is proposed. */
export function fillingOf(
  item: LibraryItem,
  texts: readonly (string | null)[],
  { message, edits, now }: FilledFrom,
): Filling {
  const { language, placeholders: declared } = item.content;
  const names = placeholdersIn(...texts);
  const proposals = proposeValues(names, message, { language: writtenIn(language), now, declared });
  const values = Object.fromEntries(
    names.map((name) => [name, (edits[name] ?? proposals[name]?.value ?? '').trimEnd()]),
  );
  const missing = names.filter((name) => values[name] === '');
  return { names, declared, edits, proposals, values, missing };
}
