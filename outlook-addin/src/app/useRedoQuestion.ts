import { redoQuestionAbout } from '@last-mile/shared/adoption';
import type { LibraryItem } from '@last-mile/shared/library';
import { useEffect, useState } from 'react';
import type { KeptChoices } from './keptChoices';
import type { KeptUse, KeptUses } from './keptUses';

export interface RedoQuestionOptions {
  readonly account: string;
  readonly choices: KeptChoices;
  readonly uses: KeptUses;
  /** What the library holds: what is no longer in it is not asked about. */
  readonly items: readonly LibraryItem[];
}

/**
 * What to ask "Did you have to redo it?" about at this opening of the pane, or null. It counts as asked
 * when it is shown, whether it is answered or not.
 */
export function useRedoQuestion({ account, choices, uses, items }: RedoQuestionOptions) {
  const askedChoice = `redoAsked.${account}`;
  const [use, setUse] = useState<KeptUse | null>(() => {
    const asked = choices.get(askedChoice);
    const askedAt = asked === null ? null : new Date(asked);
    return redoQuestionAbout(uses.all(), { askedAt, now: new Date() });
  });
  const item = items.find(({ clientKey }) => clientKey === use?.itemKey);
  const isShown = item !== undefined;
  useEffect(() => {
    if (isShown) choices.set(askedChoice, new Date().toISOString());
  }, [isShown, choices, askedChoice]);
  return use === null || item === undefined
    ? null
    : {
        use,
        title: item.content.title,
        close: () => {
          setUse(null);
        },
      };
}
