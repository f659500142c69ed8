import type { Database } from '../../db/database';
import { groupOf, type ProgrammeFeedback } from './programmeFeedback';
import type { Read } from './readFeedback';
import type { Pseudonyms } from './pseudonyms';
import { reporterDigests } from './receipts';
import { votersIn } from './votes';

export interface VoicesDependencies {
  readonly database: Database;
  readonly pseudonyms: Pseudonyms;
}

/** How many different people stand behind each of `reads`, by its key. */
export type CountVoices = (
  feedback: ProgrammeFeedback,
  reads: readonly Read[],
  tenantId: string,
) => Promise<ReadonlyMap<string, number>>;

/**
 * Counts reporters and voters of what leads to an item, each person once. A person is a keyed digest:
 * two pieces without a name count as one person where they are one, and nobody learns which.
 */
export function createVoices({ database, pseudonyms }: VoicesDependencies): CountVoices {
  return async (feedback, reads, tenantId) => {
    const leadingTo = (read: Read) => groupOf(feedback, read);
    const keys = reads.flatMap(leadingTo).map(({ clientKey }) => clientKey);
    const [reporters, voters] = await Promise.all([
      reporterDigests(database, keys),
      votersIn(database, keys),
    ]);

    /** What was made by hand in SharePoint has no receipt: it is its named reporter's, or nobody's. */
    function reporterOf({ clientKey, record }: Read): string {
      const { reporter: userId, named } = record;
      const made = () => (named ? pseudonyms.digestOf({ tenantId, userId }) : null);
      return (reporters.get(clientKey) ?? made())?.toString('hex') ?? clientKey;
    }
    const votersFor = ({ clientKey }: Read) =>
      (voters.get(clientKey) ?? []).map((digest) => digest.toString('hex'));

    return new Map(
      reads.map((read) => {
        const people = leadingTo(read).flatMap((each) => [reporterOf(each), ...votersFor(each)]);
        return [read.clientKey, new Set(people).size];
      }),
    );
  };
}
