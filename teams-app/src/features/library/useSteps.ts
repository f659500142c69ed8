import { useState } from 'react';

/** What is left as it is, for whoever wants to look after it. */
interface Kept {
  readonly title: string;
}

/** How far work of many steps has come. */
interface SoFar {
  readonly done: number;
  readonly kept: readonly Kept[];
}

export type Steps =
  | { readonly phase: 'none' }
  | { readonly phase: 'running'; readonly done: number }
  | { readonly phase: 'stopped'; readonly done: number; readonly error: unknown }
  | ({ readonly phase: 'done' } & SoFar);

/** Takes a step, and says how far it has come then and whether another one follows. */
export type Step = (before: SoFar) => Promise<SoFar & { readonly goesOn: boolean }>;

/** Work that the API does step by step; a step that fails stops it, and what was done stays done. */
export function useSteps(onChanged: () => void) {
  const [steps, setSteps] = useState<Steps>({ phase: 'none' });

  async function take(step: Step) {
    let soFar: SoFar = { done: 0, kept: [] };
    try {
      for (let goesOn = true; goesOn;) {
        setSteps({ phase: 'running', done: soFar.done });
        ({ goesOn, ...soFar } = await step(soFar));
      }
      setSteps({ phase: 'done', ...soFar });
    } catch (error) {
      setSteps({ phase: 'stopped', done: soFar.done, error });
    }
    onChanged();
  }

  return { steps, take };
}
