import { mostAlikeNamed, type LentName } from '@last-mile/shared/library';
import { useState } from 'react';

/** What the names of others stand for here. */
export interface NameMapping {
  /** What can be chosen. */
  readonly known: readonly LentName[];
  /** Key of ours that a name of theirs stands for; null leaves the place empty. */
  readonly of: (theirs: LentName) => string | null;
  readonly choose: (theirs: LentName, ours: string | null) => void;
}

/** Proposes what is called most alike until somebody chooses. */
export function useNameMapping(known: readonly LentName[]): NameMapping {
  const [chosen, setChosen] = useState<ReadonlyMap<string, string | null>>(new Map());
  return {
    known,
    of: ({ key, name }) => {
      const choice = chosen.get(key);
      return choice === undefined ? (mostAlikeNamed(name, known)?.key ?? null) : choice;
    },
    choose: ({ key }, ours) => {
      setChosen(new Map([...chosen, [key, ours]]));
    },
  };
}
