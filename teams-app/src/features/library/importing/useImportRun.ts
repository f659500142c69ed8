import { importClient, type ApiClient } from '@last-mile/shared/client';
import type { ImportIssue, ImportRow } from '@last-mile/shared/library';
import { useState } from 'react';
import { toBatches } from './importPlan';

/** What an import has done so far. */
export interface ImportTally {
  readonly imported: number;
  readonly known: number;
  readonly refused: readonly ImportIssue[];
}

export type ImportRun =
  | { readonly phase: 'ready' }
  | { readonly phase: 'running'; readonly sent: number; readonly total: number }
  | {
      readonly phase: 'stopped';
      readonly sent: number;
      readonly total: number;
      readonly error: unknown;
    }
  | { readonly phase: 'done'; readonly tally: ImportTally };

const nothingYet: ImportTally = { imported: 0, known: 0, refused: [] };

/**
 * Sends rows batch by batch. A batch that fails stops the run without losing what arrived; going on
 * starts with that batch again, which is harmless: rows that arrived are known by title and text.
 */
export function useImportRun(api: Pick<ApiClient, 'requests'>, onDone: () => void) {
  const [run, setRun] = useState<ImportRun>({ phase: 'ready' });
  const [rest, setRest] = useState<readonly ImportRow[][]>([]);
  const [tally, setTally] = useState(nothingYet);
  const [importKey, setImportKey] = useState('');

  async function send(
    key: string,
    batches: readonly ImportRow[][],
    before: ImportTally,
    total: number,
  ) {
    let soFar = before;
    for (const [index, batch] of batches.entries()) {
      const left = batches.slice(index);
      const sent = total - left.reduce((sum, { length }) => sum + length, 0);
      setRun({ phase: 'running', sent, total });
      try {
        const answer = await importClient(api).importRows(batch, key);
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
    start: (rows: readonly ImportRow[]) => {
      const key = crypto.randomUUID();
      setImportKey(key);
      return send(key, toBatches(rows), nothingYet, rows.length);
    },
    goOn: () =>
      run.phase === 'stopped' ? send(importKey, rest, tally, run.total) : Promise.resolve(),
    reset: () => {
      setRun({ phase: 'ready' });
    },
  };
}
