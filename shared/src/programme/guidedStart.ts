import * as z from 'zod/mini';
import { mondayOf } from '../adoption';
import { addDays, isTimeZone, type CalendarDay } from '../calendarDay';
import { allow, refuse, type Decision } from '../rules';
import { calendarDay, clientKey, objectId, singleLine } from '../text';
import { comparable } from './jobFamilyMapping';
import { programmePerson } from './programmePeople';
import { budget, target, weekHours } from './programmePlan';
import { holiday } from './namedHolidays';
import { weekday } from './workingCalendar';

/** A job family with an id that can stand in a column and in an address. */
export const namedFamily = z.strictObject({
  id: z.string().check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/), z.maxLength(60)),
  name: singleLine,
});

/** A programme while it is being set up. What nobody said yet is null or empty, so it can be left and taken up again. */
export const programmeDraft = z.strictObject({
  name: z.nullable(singleLine),
  /** The Entra group it is for. */
  groupId: z.nullable(objectId),
  /** Object id of the one accountable owner. */
  ownerId: z.nullable(objectId),
  deputyIds: z.array(objectId).check(z.maxLength(10, 'Name at most 10 deputies.')),
  sponsorId: z.nullable(objectId),
  weeklyHours: z.nullable(weekHours),
  lighterHours: z.nullable(weekHours),
  /** An amount of 0 is an answer; null is none. */
  budget: z.nullable(budget),
  startsOn: z.nullable(calendarDay),
  /** Active weeks. */
  weeks: z.nullable(z.number().check(z.int(), z.minimum(6), z.maximum(12))),
  /** IANA time zone. */
  timeZone: z.nullable(z.string().check(z.refine(isTimeZone, 'Use an IANA time zone.'))),
  workingDays: z.array(weekday),
  holidays: z.array(holiday).check(z.maxLength(500, 'Use at most 500 holidays.')),
  targets: z.array(target).check(z.maxLength(10, 'Use at most 10 targets.')),
  jobFamilies: z.array(namedFamily).check(z.maxLength(20, 'Use at most 20 job families.')),
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
  'groupGone',
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
  'startInPast',
  'noWeeks',
  'noTimeZone',
  'noWorkingDays',
  'noActiveRateTarget',
  'targetTwice',
  'targetBeforeStart',
  'noJobFamily',
  'jobFamilyTwice',
] as const;
export const startGap = z.enum(startGaps);
export type StartGap = z.infer<typeof startGap>;

/** What is known, on the day somebody asks, of the people a draft names. What cannot be checked now is taken to hold. */
export interface KnownOfDraft {
  /** Entra has the group. */
  readonly groupIsThere: boolean;
  /** The owner's account is enabled and has the app role `Champion`. */
  readonly ownerIsChampion: boolean;
  /** The sponsor's is enabled and has the app role `Leader`. */
  readonly sponsorIsLeader: boolean;
  /** In the programme's time zone. */
  readonly today: CalendarDay;
}

const isOpen: Readonly<Record<StartGap, (draft: ProgrammeDraft, known: KnownOfDraft) => boolean>> =
  {
    noName: ({ name }) => name === null,
    noGroup: ({ groupId }) => groupId === null,
    groupGone: ({ groupId }, { groupIsThere }) => groupId !== null && !groupIsThere,
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
    startInPast: ({ startsOn }, { today }) => startsOn !== null && startsOn < earliestStart(today),
    noWeeks: ({ weeks }) => weeks === null,
    noTimeZone: ({ timeZone }) => timeZone === null,
    noWorkingDays: ({ workingDays }) => workingDays.length === 0,
    noActiveRateTarget: ({ targets }) => !targets.some(({ metric }) => metric === 'activeRate'),
    targetTwice: ({ targets }) => isNamedTwice(targets.map(({ metric }) => metric)),
    targetBeforeStart: ({ targets, startsOn }) =>
      startsOn !== null && targets.some(({ by }) => by <= startsOn),
    noJobFamily: ({ jobFamilies }) => jobFamilies.length === 0,
    jobFamilyTwice: ({ jobFamilies }) =>
      isNamedTwice(jobFamilies.map(({ id }) => id)) ||
      isNamedTwice(jobFamilies.map(({ name }) => comparable(name))),
  };

const isNamedTwice = (names: readonly string[]) => new Set(names).size < names.length;

/** All that keeps a draft from starting, in the order of the guided start. */
export function gapsInDraft(draft: ProgrammeDraft, known: KnownOfDraft): StartGap[] {
  return startGaps.filter((gap) => isOpen[gap](draft, known));
}

/**
 * Whether a programme may start: never without exactly one accountable owner, with hours and a budget
 * (design 2.5). The reason is the first thing that is missing.
 */
export function canStart(draft: ProgrammeDraft, known: KnownOfDraft): Decision<StartGap> {
  const [first] = gapsInDraft(draft, known);
  return first === undefined ? allow : refuse(first);
}

/** The Monday on which a programme can begin at the earliest: the baseline's week lies before it. */
export function earliestStart(today: CalendarDay): CalendarDay {
  return mondayOf(addDays(today, 6));
}

/** The draft as it shall be, and as which version it was read; null until it was read with one. */
export const saveDraftRequest = z.strictObject({
  clientKey,
  eTag: z.nullable(z.string()),
  draft: programmeDraft,
});
export type SaveDraftRequest = z.infer<typeof saveDraftRequest>;

/** A group of people in Entra. */
export const directoryGroup = z.object({ groupId: z.string(), name: z.string() });
export type DirectoryGroup = z.infer<typeof directoryGroup>;

/** The first of those found, by name. */
export const groupsResponse = z.object({ groups: z.array(directoryGroup) });
export type GroupsResponse = z.infer<typeof groupsResponse>;

/** A draft, what it lacks, and what those it names are called. */
export const programmeDraftResponse = z.object({
  clientKey,
  /** Sent back with a change; null while the draft is on its way to SharePoint. */
  eTag: z.nullable(z.string()),
  draft: programmeDraft,
  gaps: z.array(startGap),
  /** Whom it names, and who wrote it; who cannot be looked up now is left out. */
  people: z.array(programmePerson),
  /** Null where none is named, or it cannot be looked up. */
  group: z.nullable(directoryGroup),
  /** Object id of who began it. */
  draftedBy: z.string(),
  savedAt: z.string(),
});
export type ProgrammeDraftResponse = z.infer<typeof programmeDraftResponse>;

/** What a person began, or is named in as the owner, the latest saved first. */
export const programmeDraftsResponse = z.object({ drafts: z.array(programmeDraftResponse) });
export type ProgrammeDraftsResponse = z.infer<typeof programmeDraftsResponse>;

/** Discards the draft as it stood at `eTag`; empty while it is on its way to SharePoint. */
export const discardDraftRequest = z.strictObject({ eTag: z.string() });
export type DiscardDraftRequest = z.infer<typeof discardDraftRequest>;

/** Starts the programme as its draft stood at `eTag`; empty while it is on its way to SharePoint. */
export const startProgrammeRequest = z.strictObject({ eTag: z.string() });
export type StartProgrammeRequest = z.infer<typeof startProgrammeRequest>;
