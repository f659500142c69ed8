import type { ListStore } from '../../../sync/storedItem';
import { toCase } from './casesList';

/** Keys of the flags of which there is a case, as long as their reporters agree to it. */
export async function flagsOfCases(cases: ListStore): Promise<ReadonlySet<string>> {
  const records = (await cases.all()).map(({ fields, createdAt }) => toCase(fields, createdAt));
  return new Set(
    records.flatMap((record) =>
      record === null || record.state === 'consentWithdrawn' ? [] : (record.fromFeedback ?? []),
    ),
  );
}
