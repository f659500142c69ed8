import { calendarDayIn } from '@last-mile/shared/calendar';
import type { EndedProgramme, Programme } from '@last-mile/shared/programme';
import type { OwnerStandings } from './ownerStandings';

/** What somebody is to hear of their programme. */
export interface ProgrammeNews {
  readonly kind: 'ownerSilent' | 'programmeEnded';
  /** Object id. */
  readonly userId: string;
  /** The same as long as it is the same news. */
  readonly cause: string;
}

export interface ProgrammeNewsDependencies {
  readonly endedOf: (programme: Programme) => Promise<EndedProgramme | null>;
  readonly ownerOf: OwnerStandings;
  /** Object ids of everybody who took part until a moment; throws Unavailable. */
  readonly tookPart: (programme: Programme, until: Date) => Promise<readonly string[]>;
}

/** Longer ago than this an ending is no news; who was away reads it in the tab. */
const newsForMs = 7 * 24 * 60 * 60_000;

/**
 * The sponsor hears of an owner who fell silent, or is gone, once for each time; and everybody who took
 * part of how the programme ended.
 */
export function createProgrammeNews({ endedOf, ownerOf, tookPart }: ProgrammeNewsDependencies) {
  return async (programme: Programme, now: Date): Promise<ProgrammeNews[]> => {
    const ended = await endedOf(programme);
    if (ended === null) {
      const { state, since } = await ownerOf(programme);
      // A sponsor who owns the programme as well has nobody to tell.
      if (state === 'present' || programme.sponsorId === programme.ownerId) return [];
      const cause = `${state} ${programme.ownerId} ${since ?? ''}`;
      return [{ kind: 'ownerSilent', userId: programme.sponsorId, cause }];
    }
    const until = calendarDayIn(new Date(now.getTime() - newsForMs), programme.timeZone);
    if (ended.endedOn < until) return [];
    // Nobody is told twice because somebody did something after the end.
    const people = await tookPart(programme, new Date(`${ended.endedOn}T23:59:59Z`));
    return people.map((userId) => ({ kind: 'programmeEnded', userId, cause: ended.endedOn }));
  };
}
