import { importClient, type ApiClient } from '@last-mile/shared/client';
import { importRowsPerRequest, type ImportRow, type LikeItem } from '@last-mile/shared/library';
import { queryOptions } from '@tanstack/react-query';

/** Characters of text in one request: well under what the API takes. */
const largestQuestion = 1_000_000;

let asked = 0;
const numbers = new WeakMap<readonly ImportRow[], number>();

/** The rows that say nearly what an item of the library says, with that item. */
export function likeRows(api: Pick<ApiClient, 'requests'>, rows: readonly ImportRow[]) {
  return queryOptions({
    queryKey: ['libraryImport', 'likeness', numberOf(rows)],
    enabled: rows.length > 0,
    staleTime: Infinity,
    queryFn: async ({ signal }): Promise<readonly LikeItem[]> => {
      const found: LikeItem[] = [];
      for (const batch of toQuestions(rows)) {
        found.push(...(await importClient(api).likeItems(batch, signal)).alike);
      }
      return found;
    },
  });
}

/** Rows are compared once for each way they are read: thousands of them make no key. */
function numberOf(rows: readonly ImportRow[]): number {
  const known = numbers.get(rows);
  if (known !== undefined) return known;
  asked += 1;
  numbers.set(rows, asked);
  return asked;
}

function toQuestions(rows: readonly ImportRow[]) {
  const questions: { row: number; text: string }[][] = [];
  let size = 0;
  for (const { row, body } of rows) {
    const last = questions.at(-1);
    const fits = last && last.length < importRowsPerRequest && size + body.length < largestQuestion;
    size = fits ? size + body.length : body.length;
    if (fits) last.push({ row, text: body });
    else questions.push([{ row, text: body }]);
  }
  return questions;
}
