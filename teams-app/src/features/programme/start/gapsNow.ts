import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  gapsInDraft,
  type ProgrammeDraft,
  type ProgrammeDraftResponse,
  type StartGap,
} from '@last-mile/shared/programme';

/**
 * What a draft lacks as it stands on the screen. What only the API can check of those it names is as it
 * last said it of the same ones; of others it is taken to hold until it has said it.
 */
export function gapsNow(
  draft: ProgrammeDraft,
  standing: ProgrammeDraftResponse | null,
  now: Date,
): StartGap[] {
  const isSaid = (gap: StartGap, of: 'groupId' | 'ownerId' | 'sponsorId') =>
    standing !== null && standing.gaps.includes(gap) && standing.draft[of] === draft[of];
  return gapsInDraft(draft, {
    groupIsThere: !isSaid('groupGone', 'groupId'),
    ownerIsChampion: !isSaid('ownerNotChampion', 'ownerId'),
    sponsorIsLeader: !isSaid('sponsorNotLeader', 'sponsorId'),
    today: calendarDayIn(now, draft.timeZone ?? 'UTC'),
  });
}
