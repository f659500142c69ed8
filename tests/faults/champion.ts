import { setTimeout as delay } from 'node:timers/promises';
import { ApiProblem, createApiClient, triageClient } from '@last-mile/shared/client';
import type { TriageAct } from '@last-mile/shared/feedback';
import { mayPass } from './callers';

const takeUp: TriageAct = { do: 'takeUp', note: null };
const decline: TriageAct = {
  do: 'close',
  outcome: { route: 'declined', reason: 'It is this year’s.' },
  note: null,
};
const lookAgainMs = 300;

/**
 * Takes up each of these and closes every second one, through the real API client and straight in
 * SharePoint, as the programme's owner does: before each act the item is looked at, so that what an act
 * did whose answer was lost is not done twice. Spread over `overMs`, were there no trouble.
 */
export async function answerFeedback(
  origin: string,
  ownerToken: string,
  clientKeys: readonly string[],
  overMs: number,
  signal: AbortSignal,
): Promise<void> {
  const accessToken = () => Promise.resolve(ownerToken);
  const api = triageClient(createApiClient({ origin, accessToken }));

  async function bringTo(state: string, clientKey: string, act: TriageAct): Promise<void> {
    for (;;) {
      try {
        const { item } = await api.detail(clientKey, signal);
        if (item.state === state) return;
        if (item.eTag !== null) await api.act(clientKey, { eTag: item.eTag, act });
      } catch (error) {
        if (!mayPass(error) && !isOvertaken(error)) throw error;
        await delay(lookAgainMs, undefined, { signal });
      }
    }
  }

  const begun = performance.now();
  for (const [at, clientKey] of clientKeys.entries()) {
    const since = performance.now() - begun;
    await delay((at * overMs) / clientKeys.length - since, undefined, { signal });
    await bringTo('inProgress', clientKey, takeUp);
    if (at % 2 === 1) await bringTo('closed', clientKey, decline);
  }
}

/** By an act of one's own that arrived although its answer did not. */
const isOvertaken = (error: unknown) =>
  error instanceof ApiProblem && (error.status === 409 || error.status === 412);
