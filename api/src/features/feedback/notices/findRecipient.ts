import type { Programme } from '@last-mile/shared/programme';
import type { Pseudonyms } from '../pseudonyms';
import type { Recipient } from './dueNotice';

/**
 * Finds whom to tell. Who did not give their name is looked for among the programme's people by keyed
 * digest or mark, at the moment of sending, and kept nowhere. Null for who left the programme.
 */
export type FindRecipient = (programme: Programme, recipient: Recipient) => Promise<string | null>;

/** One for each round of sending, so that a programme's people are gone through once at most. */
export function createFindRecipient(
  pseudonyms: Pick<Pseudonyms, 'digestOf' | 'markFor'>,
  tenantId: string,
  membersOf: (programme: Programme) => Promise<ReadonlyMap<string, unknown>>,
): FindRecipient {
  const found = new Map<string, Promise<ReadonlyMap<string, string>>>();

  async function peopleByDigest(programme: Programme): Promise<ReadonlyMap<string, string>> {
    const { ownerId, deputyIds, sponsorId } = programme;
    const members = (await membersOf(programme)).keys();
    return new Map(
      [...members, ownerId, ...deputyIds, sponsorId].map((userId) => [
        pseudonyms.digestOf({ tenantId, userId }).toString('hex'),
        userId,
      ]),
    );
  }

  return async (programme, recipient) => {
    if ('userId' in recipient) return recipient.userId;
    const asked = found.get(programme.clientKey) ?? peopleByDigest(programme);
    found.set(programme.clientKey, asked);
    const people = await asked;
    if ('digest' in recipient) return people.get(recipient.digest.toString('hex')) ?? null;
    const { mark, clientKey } = recipient;
    const isTheirs = (userId: string) =>
      pseudonyms.markFor({ tenantId, userId }, clientKey) === mark;
    return [...people.values()].find(isTheirs) ?? null;
  };
}
