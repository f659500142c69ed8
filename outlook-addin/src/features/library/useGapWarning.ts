import { useState } from 'react';

export interface GapWarning {
  /** Placeholders to warn of before the item is used with gaps; empty when there is no need. */
  readonly warnedOf: readonly string[];
  /** Warns of gaps, or goes on. */
  readonly warnOr: (goOn: () => void) => void;
}

/** With gaps it warns first; the second time is deliberate. */
export function useGapWarning(missing: readonly string[]): GapWarning {
  const [asked, setAsked] = useState(false);
  return {
    warnedOf: asked ? missing : [],
    warnOr(goOn) {
      if (missing.length > 0 && !asked) setAsked(true);
      else goOn();
    },
  };
}
