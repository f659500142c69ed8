import { calendarDayIn } from '@last-mile/shared/calendar';
import type { DirectoryGroup, KnownOfDraft, ProgrammeDraft } from '@last-mile/shared/programme';
import type { Role } from '@last-mile/shared/user';
import type { People } from '../../../auth/people';
import type { SeenRoles } from '../../../auth/seenRoles';
import { Unavailable } from '../../../http/refusals';

export interface KnownOfDraftDependencies {
  readonly people: Pick<People, 'group'>;
  readonly seenRoles: Pick<SeenRoles, 'standingOf'>;
  readonly now: () => Date;
}

/** What is known of those a draft names, and what its group is called. */
export interface LookedUp {
  readonly known: KnownOfDraft;
  readonly group: DirectoryGroup | null;
}

/** Looks up whom a draft names; throws Unavailable where that cannot be checked now. */
export type LookUpDraft = (draft: ProgrammeDraft) => Promise<LookedUp>;

export function createLookUpDraft(dependencies: KnownOfDraftDependencies): LookUpDraft {
  const { people, seenRoles, now } = dependencies;

  async function groupOf(groupId: string | null): Promise<DirectoryGroup | null> {
    if (groupId === null) return null;
    const group = await people.group(groupId).catch((cause: unknown) => {
      throw new Unavailable('peopleUnavailable', { cause });
    });
    return group ?? null;
  }

  const holds = async (userId: string | null, role: Role) =>
    userId !== null && (await seenRoles.standingOf(userId, role)) === 'held';

  return async ({ groupId, ownerId, sponsorId, timeZone }) => {
    const [group, ownerIsChampion, sponsorIsLeader] = await Promise.all([
      groupOf(groupId),
      holds(ownerId, 'Champion'),
      holds(sponsorId, 'Leader'),
    ]);
    const today = calendarDayIn(now(), timeZone ?? 'UTC');
    return {
      known: { groupIsThere: group !== null, ownerIsChampion, sponsorIsLeader, today },
      group,
    };
  };
}

/** The same for showing a draft: what cannot be checked now is taken to hold, and is checked at the start. */
export async function lookUpForShowing(
  lookUp: LookUpDraft,
  draft: ProgrammeDraft,
  now: Date,
): Promise<LookedUp> {
  try {
    return await lookUp(draft);
  } catch (error) {
    if (!(error instanceof Unavailable)) throw error;
    const today = calendarDayIn(now, draft.timeZone ?? 'UTC');
    return {
      known: { groupIsThere: true, ownerIsChampion: true, sponsorIsLeader: true, today },
      group: null,
    };
  }
}
