import { calendarDayIn } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import { repeatedly } from '../../sync/repeatedly';
import type { Member, MembershipStore } from './membershipStore';
import type { UsageStore } from './usageStore';

export interface MembershipSyncDependencies {
  readonly store: MembershipStore;
  readonly usage: Pick<UsageStore, 'expire'>;
  readonly programmes: () => Promise<readonly Programme[]>;
  /** The people of the programme's Entra group, as the directory has them now. */
  readonly readMembers: (programme: Programme) => Promise<readonly Member[]>;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

export interface MembershipSync {
  /** Takes over every programme's members as they are now, and lets old raw events go. */
  run(): Promise<void>;
  /** Runs now and then again and again; the answer stops it and waits for a run under way. */
  start(everyMs: number): () => Promise<void>;
}

/** Keeps membership as-of current from the programmes' Entra groups. */
export function createMembershipSync(dependencies: MembershipSyncDependencies): MembershipSync {
  const { store, usage, programmes, readMembers, now, onError } = dependencies;

  async function run(): Promise<void> {
    for (const programme of await programmes()) {
      const members = await readMembers(programme);
      await store.replace(programme.clientKey, members, calendarDayIn(now(), programme.timeZone));
    }
    await usage.expire(now());
  }

  return {
    run,
    start: (everyMs) => repeatedly(run, everyMs, onError),
  };
}
