import { useState } from 'react';

/** What an import has done so far. */
export interface ImportTally<Refused> {
  readonly imported: number;
  readonly known: number;
  readonly refused: readonly Refused[];
}

export type ImportRun<Refused> =
  | { readonly phase: 'ready' }
  | { readonly phase: 'running'; readonly sent: number; readonly total: number }
  | {
      readonly phase: 'stopped';
      readonly sent: number;
      readonly total: number;
      readonly error: unknown;
    }
  | { readonly phase: 'done'; readonly tally: ImportTally<Refused> };

/** Sends one batch of an import, whose key it bears. */
export type SendBatch<Row, Refused> = (
  batch: readonly Row[],
  importKey: string,
) => Promise<ImportTally<Refused>>;

/**
 * Sends rows batch by batch. A batch that fails stops the run without losing what arrived; going on
 * starts with that batch again, which is harmless: what arrived is known, and not added twice.
 */
export function useImportRun<Row, Refused>(send: SendBatch<Row, Refused>, onDone: () => void) {
  const nothingYet: ImportTally<Refused> = { imported: 0, known: 0, refused: [] };
  const [run, setRun] = useState<ImportRun<Refused>>({ phase: 'ready' });
  const [rest, setRest] = useState<readonly Row[][]>([]);
  const [tally, setTally] = useState(nothingYet);
  const [importKey, setImportKey] = useState('');

  async function sendAll(
    key: string,
    batches: readonly Row[][],
    before: ImportTally<Refused>,
    total: number,
  ) {
    let soFar = before;
    for (const [index, batch] of batches.entries()) {
      const left = batches.slice(index);
      const sent = total - left.reduce((sum, { length }) => sum + length, 0);
      setRun({ phase: 'running', sent, total });
      try {
        const answer = await send(batch, key);
        soFar = {
          imported: soFar.imported + answer.imported,
          known: soFar.known + answer.known,
          refused: [...soFar.refused, ...answer.refused],
        };
      } catch (error) {
        setRest(left);
        setTally(soFar);
        setRun({ phase: 'stopped', sent, total, error });
        return;
      }
    }
    setRun({ phase: 'done', tally: soFar });
    onDone();
  }

  return {
    run,
    start: (batches: readonly Row[][]) => {
      const key = crypto.randomUUID();
      setImportKey(key);
      const total = batches.reduce((sum, { length }) => sum + length, 0);
      return sendAll(key, batches, nothingYet, total);
    },
    goOn: () =>
      run.phase === 'stopped' ? sendAll(importKey, rest, tally, run.total) : Promise.resolve(),
    reset: () => {
      setRun({ phase: 'ready' });
    },
  };
}
