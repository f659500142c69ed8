import { randomUUID } from 'node:crypto';
import { eventsReceipt } from '@last-mile/shared/adoption';
import { checkpointsResponse, type CheckpointsResponse } from '@last-mile/shared/checkpoints';
import type { PersonName } from '../testProduct';
import { createAdoptionStage, type AdoptionStage } from './adoptionStage';
import { takeCheckpoints } from './takeCheckpoints';

/** The first moment at which the checkpoint of day 30 can be taken: its week is closed, its day over. */
export const dayThirty = new Date('2026-12-03T08:00:00Z');
export const weekOfDayThirty = '2026-W48';

/** A programme that begins on 2 November; its fifteen people are known two weeks before. */
export interface CheckpointStage extends AdoptionStage {
  /** Somebody copies a prompt. */
  use(userId: string, at: string): Promise<void>;
  /** They do in each of the four weeks up to that of day 30, which is now. */
  useWeekly(userIds: readonly string[]): Promise<void>;
  /** Takes what is due, as the worker does: again while a figure is being worked out. */
  take(): Promise<CheckpointsResponse>;
  checkpoints(as?: PersonName): Promise<CheckpointsResponse>;
}

export async function createCheckpointStage(): Promise<CheckpointStage> {
  const stage = await createAdoptionStage('2026-10-19T08:00:00Z');

  async function use(userId: string, at: string) {
    const token = await stage.tenant.entra.userToken(userId);
    const event = { clientKey: randomUUID(), kind: 'promptCopied', at, itemKey: randomUUID() };
    const events = [{ ...event, version: 1, surface: 'teams' }];
    const response = await stage.ask({ token }, '/api/events', { events });
    const { accepted } = eventsReceipt.parse(await response.json());
    if (accepted !== 1) throw new Error('The event was not accepted.');
  }

  async function checkpoints(as: PersonName = 'alice') {
    const response = await stage.ask(as, '/api/checkpoints');
    if (response.status !== 200) throw new Error(`Checkpoints answered ${response.status}`);
    return checkpointsResponse.parse(await response.json());
  }

  return {
    ...stage,
    use,

    async useWeekly(userIds) {
      stage.clock.at = dayThirty;
      for (const userId of userIds) {
        for (const day of ['04', '11', '18', '25']) await use(userId, `2026-11-${day}T09:00:00Z`);
      }
    },

    checkpoints,

    take: () => takeCheckpoints(stage.product, stage.clock.at, (path) => stage.ask('alice', path)),
  };
}
