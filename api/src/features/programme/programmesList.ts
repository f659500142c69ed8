import { standardIds, type StandardId } from '@last-mile/shared/library';
import {
  programme,
  type JobFamily,
  type JobFamilyMapping,
  type Programme,
} from '@last-mile/shared/programme';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';

/**
 * The Programmes list. Deputies are one object id a line, job families `id = name`, what people
 * belong to them by `job title = id` and `department = id`, and required standards one id a line.
 */
export const programmesList: ListDefinition = {
  name: 'Programmes',
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
  ],
};

export function programmeFields(
  record: Programme,
  jobTitles: Readonly<Record<string, string>> = {},
): Fields {
  return {
    Title: record.name,
    OwnerId: record.ownerId,
    DeputyIds: record.deputyIds.join('\n') || null,
    SponsorId: record.sponsorId,
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

/** The programme in an item, or null when someone left it in a state that is no programme. */
export function toProgramme(clientKey: string, fields: Fields): Programme | null {
  const parsed = programme.safeParse({
    clientKey,
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
  });
  return parsed.success && isTimeZone(parsed.data.timeZone) ? parsed.data : null;
}

/** The mapping of job families in an item. */
export function toMapping(fields: Fields): JobFamilyMapping {
  return { jobTitles: namesOf(fields['JobTitles']), departments: namesOf(fields['Departments']) };
}

function isTimeZone(name: string) {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }));
  } catch {
    return false;
  }
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
