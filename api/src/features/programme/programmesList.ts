import { standardIds, type StandardId } from '@last-mile/shared/library';
import {
  mostResponseDays,
  programme,
  readHolidays,
  usualCalendar,
  weekdays,
  writeHolidays,
  reviewPeriod,
  usualReviewPeriod,
  type JobFamily,
  type JobFamilyMapping,
  type LibrarySettingsResponse,
  tagName,
  type Programme,
  type TagName,
  type Weekday,
  type WorkingCalendar,
  type WorkingCalendarResponse,
} from '@last-mile/shared/programme';
import { isTimeZone } from '@last-mile/shared/calendar';
import { clientKey } from '@last-mile/shared/text';
import * as z from 'zod/mini';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';
import { planColumns } from './planFields';

/** A working calendar whose holidays say what for. */
export type NamedCalendar = Omit<WorkingCalendarResponse, 'eTag'>;

/**
 * The Programmes list. Deputies are one object id a line, job families `id = name`, what people
 * belong to them by `job title = id` and `department = id`, required standards one id a line, and so
 * are working days (`Monday`), holidays (`2026-12-25 Christmas Day`) and the keys of programmes whose
 * library is seen here.
 */
export const programmesList: ListDefinition = {
  name: 'Programmes',
  readBy: 'programme',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'OwnerId', type: 'text', displayName: 'Owner (object id)', indexed: true },
    { name: 'DeputyIds', type: 'multilineText', displayName: 'Deputies (object ids)' },
    { name: 'SponsorId', type: 'text', displayName: 'Sponsor (object id)' },
    { name: 'GroupId', type: 'text', displayName: 'Entra group', indexed: true },
    { name: 'ChannelId', type: 'text', displayName: 'Teams channel' },
    { name: 'StartsOn', type: 'text', displayName: 'Starts on' },
    { name: 'Weeks', type: 'number' },
    { name: 'TargetActiveRate', type: 'number', displayName: 'Target weekly active rate' },
    { name: 'TimeZone', type: 'text', displayName: 'Time zone' },
    { name: 'JobFamilies', type: 'multilineText', displayName: 'Job families' },
    { name: 'JobTitles', type: 'multilineText', displayName: 'Job titles' },
    { name: 'Departments', type: 'multilineText' },
    {
      name: 'RequiredStandards',
      type: 'multilineText',
      displayName: 'Required prompt standards',
    },
    { name: 'WorkingDays', type: 'multilineText', displayName: 'Working days' },
    { name: 'Holidays', type: 'multilineText' },
    { name: 'ResponseDays', type: 'number', displayName: 'Working days to respond' },
    {
      name: 'UnsafeResponseDays',
      type: 'number',
      displayName: 'Working days to respond to what is unsafe',
    },
    { name: 'ReviewAfterDays', type: 'number', displayName: 'Review of library items (days)' },
    { name: 'SharesLibrary', type: 'boolean', displayName: 'Shares its library' },
    { name: 'LibrariesFrom', type: 'multilineText', displayName: 'Sees the libraries of' },
    { name: 'TagNames', type: 'multilineText', displayName: 'Tags called otherwise (JSON)' },
    ...planColumns,
  ],
};

export function programmeFields(
  record: Programme,
  jobTitles: Readonly<Record<string, string>> = {},
): Fields {
  return {
    Title: record.name,
    OwnerId: record.ownerId,
    ...peopleFields(record),
    GroupId: record.groupId,
    ChannelId: record.channelId,
    StartsOn: record.startsOn,
    Weeks: record.weeks,
    TargetActiveRate: record.targetActiveRate,
    TimeZone: record.timeZone,
    JobFamilies: record.jobFamilies.map(({ id, name }) => `${id} = ${name}`).join('\n') || null,
    ...mappingFields({
      jobTitles: Object.entries(jobTitles).map(([name, jobFamily]) => ({ name, jobFamily })),
      departments: [],
    }),
    ...calendarFields({
      ...record.calendar,
      holidays: record.calendar.holidays.map((day) => ({ day, name: null })),
    }),
  };
}

/** The columns that say who stands beside the owner. */
export function peopleFields({
  deputyIds,
  sponsorId,
}: Pick<Programme, 'deputyIds' | 'sponsorId'>): Fields {
  return { DeputyIds: deputyIds.join('\n') || null, SponsorId: sponsorId };
}

/** The columns that say who owns a programme, and who is left to deputise. */
export function ownerFields({
  ownerId,
  deputyIds,
}: Pick<Programme, 'ownerId' | 'deputyIds'>): Fields {
  return { OwnerId: ownerId, DeputyIds: deputyIds.join('\n') || null };
}

/** The columns that hold the working calendar. */
export function calendarFields(calendar: NamedCalendar): Fields {
  const { workingDays, holidays, responseDays, unsafeResponseDays } = calendar;
  return {
    WorkingDays: weekdays
      .filter((each) => workingDays.includes(each))
      .map((each) => `${each.charAt(0).toUpperCase()}${each.slice(1)}`)
      .join('\n'),
    Holidays: writeHolidays(holidays) || null,
    ResponseDays: responseDays,
    UnsafeResponseDays: unsafeResponseDays,
  };
}

/**
 * The working calendar in an item. What is empty, or says nothing that is understood, is as usual;
 * weekdays are understood in English and German, from two letters on.
 */
export function toNamedCalendar(fields: Fields): NamedCalendar {
  const named = text(fields['WorkingDays'])
    .split(/[\s,;]+/)
    .flatMap((name) => weekdayOf(name) ?? []);
  const { workingDays, responseDays, unsafeResponseDays } = usualCalendar;
  return {
    workingDays: named.length === 0 ? workingDays : weekdays.filter((each) => named.includes(each)),
    holidays: readHolidays(text(fields['Holidays'])).holidays,
    responseDays: daysOf(fields['ResponseDays']) ?? responseDays,
    unsafeResponseDays: daysOf(fields['UnsafeResponseDays']) ?? unsafeResponseDays,
  };
}

/** The columns that hold the mapping of job families. */
export function mappingFields({ jobTitles, departments }: JobFamilyMapping): Fields {
  return { JobTitles: namesText(jobTitles), Departments: namesText(departments) };
}

const namesText = (names: JobFamilyMapping['jobTitles']) =>
  names.map(({ name, jobFamily }) => `${name} = ${jobFamily}`).join('\n') || null;

/** The column that holds the required standards. */
export function requiredStandardsFields(required: readonly StandardId[]): Fields {
  return { RequiredStandards: [...new Set(required)].join('\n') || null };
}

/** The required standards in an item; what is no standard is left out. */
export function toRequiredStandards(fields: Fields): StandardId[] {
  const named = linesOf(fields['RequiredStandards']);
  return standardIds.filter((id) => named.includes(id));
}

/** What an item says of the programme's library. */
export type LibraryTerms = Pick<
  LibrarySettingsResponse,
  'reviewAfterDays' | 'sharesLibrary' | 'librariesFrom' | 'tagNames'
>;

/** The columns that hold it. */
export function librarySettingsFields(settings: LibraryTerms): Fields {
  return {
    ReviewAfterDays: settings.reviewAfterDays,
    SharesLibrary: settings.sharesLibrary,
    LibrariesFrom: settings.librariesFrom.join('\n') || null,
    TagNames: settings.tagNames.length === 0 ? null : JSON.stringify(settings.tagNames),
  };
}

/** What the columns say; a period nobody could have chosen here is the usual one. */
export function toLibrarySettings(fields: Fields): LibraryTerms {
  const period = reviewPeriod.safeParse(fields['ReviewAfterDays']);
  return {
    reviewAfterDays: period.data ?? usualReviewPeriod,
    sharesLibrary: fields['SharesLibrary'] === true,
    librariesFrom: linesOf(fields['LibrariesFrom']).flatMap(
      (line) => clientKey.safeParse(line.toLowerCase()).data ?? [],
    ),
    tagNames: toTagNames(fields['TagNames']),
  };
}

/** Renamed tags; none where people left what is no such list. */
function toTagNames(value: FieldValue | undefined): TagName[] {
  try {
    return z.array(tagName).safeParse(JSON.parse(text(value))).data ?? [];
  } catch {
    return [];
  }
}

/** The programme in an item, or null when someone left it in a state that is no programme. */
export function toProgramme(publicKey: string, fields: Fields): Programme | null {
  const parsed = programme.safeParse({
    clientKey: publicKey,
    name: fields['Title'],
    ownerId: text(fields['OwnerId']),
    deputyIds: linesOf(fields['DeputyIds']),
    sponsorId: text(fields['SponsorId']),
    groupId: text(fields['GroupId']),
    channelId: text(fields['ChannelId']) || null,
    startsOn: fields['StartsOn'],
    weeks: fields['Weeks'],
    targetActiveRate: fields['TargetActiveRate'],
    timeZone: fields['TimeZone'],
    jobFamilies: pairsOf(fields['JobFamilies']).map(([id, name]): JobFamily => ({ id, name })),
    calendar: toCalendar(toNamedCalendar(fields)),
  });
  return parsed.success && isTimeZone(parsed.data.timeZone) ? parsed.data : null;
}

/** The mapping of job families in an item. */
export function toMapping(fields: Fields): JobFamilyMapping {
  return { jobTitles: namesOf(fields['JobTitles']), departments: namesOf(fields['Departments']) };
}

function toCalendar(named: NamedCalendar): WorkingCalendar {
  return { ...named, holidays: named.holidays.map(({ day }) => day) };
}

/** Each weekday's names as they begin, in English and in German. */
const weekdayNames: Readonly<Record<Weekday, readonly string[]>> = {
  monday: ['mo'],
  tuesday: ['tu', 'di'],
  wednesday: ['we', 'mi'],
  thursday: ['th', 'do'],
  friday: ['fr'],
  saturday: ['sa'],
  sunday: ['su', 'so'],
};

function weekdayOf(name: string): Weekday | undefined {
  if (!/^\p{Letter}{2,}\.?$/u.test(name)) return undefined;
  return weekdays.find((each) => weekdayNames[each].includes(name.slice(0, 2).toLowerCase()));
}

function daysOf(value: FieldValue | undefined): number | undefined {
  const isCount = typeof value === 'number' && Number.isInteger(value);
  return isCount && value >= 0 && value <= mostResponseDays ? value : undefined;
}

const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value.trim() : '');
const linesOf = (value: FieldValue | undefined) =>
  text(value)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
const pairsOf = (value: FieldValue | undefined) =>
  linesOf(value).flatMap((line) => splitAt(line, line.indexOf('=')));
/** A job title may have an equals sign of its own; an id has none. */
const namesOf = (value: FieldValue | undefined) =>
  linesOf(value)
    .flatMap((line) => splitAt(line, line.lastIndexOf('=')))
    .map(([name, jobFamily]) => ({ name, jobFamily }));

const splitAt = (line: string, at: number): [string, string][] =>
  at < 1 ? [] : [[line.slice(0, at).trim(), line.slice(at + 1).trim()]];
