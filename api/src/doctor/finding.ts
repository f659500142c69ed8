/**
 * What a check came to. `couldNotCheck` is neither good nor bad news: what was asked is not known, and
 * is never taken for `ok`. Findings hold no secret and nothing about a person.
 */
export type Finding =
  | { readonly state: 'ok'; readonly found: string }
  | {
      readonly state: 'problem' | 'couldNotCheck';
      readonly found: string;
      /** What it does to people, or what stays open. */
      readonly why: string;
      /** The command to run or the page of an admin center to open. */
      readonly toDo: string;
    };

export const ok = (found: string): Finding => ({ state: 'ok', found });

export const problem = (found: string, why: string, toDo: string): Finding => ({
  ...{ state: 'problem', found, why, toDo },
});

export const couldNotCheck = (found: string, why: string, toDo: string): Finding => ({
  ...{ state: 'couldNotCheck', found, why, toDo },
});

/** One question about a deployment. */
export interface Check<Ground> {
  /** Stable, for machines: `area.question`. */
  readonly id: string;
  /** For people. */
  readonly title: string;
  readonly look: (ground: Ground) => Promise<Finding>;
}

/** A check and what it came to. */
export type Result = Pick<Check<never>, 'id' | 'title'> & { readonly finding: Finding };
