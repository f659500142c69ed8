import { createApiClient, suggestionsClient } from '@last-mile/shared/client';
import type { ProgrammeMember } from '../setup/deployment';
import { untilItPasses } from './untilItPasses';

/** What votes came to, and what they should. */
export interface Votes {
  readonly expected: number;
  readonly shown: number;
}

/** Everyone votes for one suggestion, some after they took their vote back; the votes are then read. */
export async function voteFor(
  origin: string,
  members: readonly ProgrammeMember[],
  signal: AbortSignal,
): Promise<Votes> {
  let expected: number | undefined;
  const suggestionOf = async ({ token }: ProgrammeMember) => {
    const api = createApiClient({ origin, accessToken: () => Promise.resolve(token) });
    const { items } = await untilItPasses(() => suggestionsClient(api).suggestions(signal), signal);
    const [suggestion] = items.toSorted((one, other) =>
      one.clientKey.localeCompare(other.clientKey),
    );
    if (!suggestion) throw new Error('The sample has no suggestion to vote for.');
    return { api, suggestion };
  };
  for (const [at, member] of members.entries()) {
    const { api, suggestion } = await suggestionOf(member);
    expected ??= suggestion.votes;
    if (!suggestion.voted) expected += 1;
    const says = at % 3 === 0 ? [true, false, true] : [true];
    for (const say of says) {
      await untilItPasses(() => api.voteFor(suggestion.clientKey, say), signal);
    }
  }
  const [first] = members;
  if (!first || expected === undefined) throw new Error('Nobody is there to vote.');
  return { expected, shown: (await suggestionOf(first)).suggestion.votes };
}
