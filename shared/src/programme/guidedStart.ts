import * as z from 'zod/mini';
import { mondayOf } from '../adoption';
import { addDays, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import { calendarDay, clientKey, singleLine } from '../text';
import { jobFamily } from './programme';
import { budget, target, weekHours } from './programmePlan';
import { holiday, weekday } from './workingCalendar';

/** A programme while it is being set up. What nobody said yet is null or empty, so it can be left and taken up again. */
export const programmeDraft = z.strictObject({
  name: z.nullable(singleLine),
  /** The Entra group it is for. */
  groupId: z.nullable(z.string()),
  /** Object id of the one accountable owner. */
  ownerId: z.nullable(z.string()),
  deputyIds: z.array(z.string()).check(z.maxLength(10, 'Name at most 10 deputies.')),
  sponsorId: z.nullable(z.string()),
  weeklyHours: z.nullable(weekHours),
  lighterHours: z.nullable(weekHours),
  /** An amount of 0 is an answer; null is none. */
  budget: z.nullable(budget),
  startsOn: z.nullable(calendarDay),
  /** Active weeks. */
  weeks: z.nullable(z.number().check(z.int(), z.minimum(6), z.maximum(12))),
  /** IANA time zone. */
  timeZone: z.nullable(z.string()),
  workingDays: z.array(weekday),
  holidays: z.array(holiday).check(z.maxLength(500, 'Use at most 500 holidays.')),
  targets: z.array(target).check(z.maxLength(10, 'Use at most 10 targets.')),
  jobFamilies: z.array(jobFamily).check(z.maxLength(20, 'Use at most 20 job families.')),
});
export type ProgrammeDraft = z.infer<typeof programmeDraft>;

/** Nothing is said yet, but that it takes eight weeks and people work from Monday to Friday. */
export const emptyDraft: ProgrammeDraft = {
  ...{ name: null, groupId: null, ownerId: null, deputyIds: [], sponsorId: null },
  ...{ weeklyHours: null, lighterHours: null, budget: null },
  ...{ startsOn: null, weeks: 8, timeZone: null },
  workingDays: ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'],
  ...{ holidays: [], targets: [], jobFamilies: [] },
};

/** What keeps a programme from starting, in the order of the guided start. */
export const startGaps = [
  'noName',
  'noGroup',
  'noOwner',
  'ownerNotChampion',
  'ownerIsDeputy',
  'noSponsor',
  'sponsorNotLeader',
  'sponsorIsOwner',
  'noHours',
  'noBudget',
  'noStart',
  'startNotMonday',
  'noWeeks',
  'noTimeZone',
  'noWorkingDays',
  'noActiveRateTarget',
  'targetTwice',
  'targetBeforeStart',
  'noJobFamily',
] as const;
export const startGap = z.enum(startGaps);
export type StartGap = z.infer<typeof startGap>;

/** What the directory says of the people a draft names. */
export interface NamedInDraft {
  /** The owner's account is enabled and has the app role `Champion`. */
  readonly ownerIsChampion: boolean;
  /** The sponsor's is enabled and has the app role `Leader`. */
  readonly sponsorIsLeader: boolean;
}

const isOpen: Readonly<Record<StartGap, (draft: ProgrammeDraft, people: NamedInDraft) => boolean>> =
  {
    noName: ({ name }) => name === null,
    noGroup: ({ groupId }) => groupId === null,
    noOwner: ({ ownerId }) => ownerId === null,
    ownerNotChampion: ({ ownerId }, { ownerIsChampion }) => ownerId !== null && !ownerIsChampion,
    ownerIsDeputy: ({ ownerId, deputyIds }) => ownerId !== null && deputyIds.includes(ownerId),
    noSponsor: ({ sponsorId }) => sponsorId === null,
    sponsorNotLeader: ({ sponsorId }, { sponsorIsLeader }) =>
      sponsorId !== null && !sponsorIsLeader,
    sponsorIsOwner: ({ ownerId, sponsorId }) => ownerId !== null && ownerId === sponsorId,
    noHours: ({ weeklyHours, lighterHours }) => weeklyHours === null || lighterHours === null,
    noBudget: (draft) => draft.budget === null,
    noStart: ({ startsOn }) => startsOn === null,
    startNotMonday: ({ startsOn }) => startsOn !== null && mondayOf(startsOn) !== startsOn,
    noWeeks: ({ weeks }) => weeks === null,
    noTimeZone: ({ timeZone }) => timeZone === null,
    noWorkingDays: ({ workingDays }) => workingDays.length === 0,
    noActiveRateTarget: ({ targets }) => !targets.some(({ metric }) => metric === 'activeRate'),
    targetTwice: ({ targets }) =>
      new Set(targets.map(({ metric }) => metric)).size < targets.length,
    targetBeforeStart: ({ targets, startsOn }) =>
      startsOn !== null && targets.some(({ by }) => by <= startsOn),
    noJobFamily: ({ jobFamilies }) => jobFamilies.length === 0,
  };

/** All that keeps a draft from starting, in the order of the guided start. */
export function gapsInDraft(draft: ProgrammeDraft, people: NamedInDraft): StartGap[] {
  return startGaps.filter((gap) => isOpen[gap](draft, people));
}

/**
 * Whether a programme may start: never without exactly one accountable owner, with hours and a budget
 * (design 2.5). The reason is the first thing that is missing.
 */
export function canStart(draft: ProgrammeDraft, people: NamedInDraft): Decision<StartGap> {
  const [first] = gapsInDraft(draft, people);
  return first === undefined ? allow : refuse(first);
}

/** The Monday on which a programme can begin at the earliest: the baseline's week lies before it. */
export function earliestStart(today: CalendarDay): CalendarDay {
  return mondayOf(addDays(today, 6));
}

/** The draft as it shall be, and as which version it was read; null where it is new. */
export const saveDraftRequest = z.strictObject({
  clientKey,
  eTag: z.nullable(z.string()),
  draft: programmeDraft,
});
export type SaveDraftRequest = z.infer<typeof saveDraftRequest>;

export const programmeDraftResponse = z.object({
  clientKey,
  eTag: z.nullable(z.string()),
  draft: programmeDraft,
  gaps: z.array(startGap),
});
export type ProgrammeDraftResponse = z.infer<typeof programmeDraftResponse>;

/** Starts the programme as its draft stood at `eTag`. */
export const startProgrammeRequest = z.strictObject({ eTag: z.string() });
