import {
  budget,
  emptyDraft,
  namedFamily,
  programmeDraft,
  readHolidays,
  target,
  weekday,
  writeHolidays,
  type ProgrammeDraft,
} from '@last-mile/shared/programme';
import { objectId } from '@last-mile/shared/text';
import type * as z from 'zod/mini';
import type { FieldValue, Fields, ListDefinition } from '../../../sync/listDefinition';

/**
 * The ProgrammeDrafts list, for the site's owners only: programmes while they are set up. Columns are
 * as in Programmes; what is empty was not said yet. A draft whose key a programme has is started.
 */
export const draftsList: ListDefinition = {
  name: 'ProgrammeDrafts',
  columns: [
    { name: 'Title', type: 'text' },
    // The last writer, as ActorId says it, may be somebody else.
    { name: 'DraftedBy', type: 'text', displayName: 'Begun by (object id)', indexed: true },
    { name: 'GroupId', type: 'text', displayName: 'Entra group' },
    { name: 'OwnerId', type: 'text', displayName: 'Owner (object id)', indexed: true },
    { name: 'DeputyIds', type: 'multilineText', displayName: 'Deputies (object ids)' },
    { name: 'SponsorId', type: 'text', displayName: 'Sponsor (object id)' },
    { name: 'WeeklyHours', type: 'number', displayName: 'Hours a week' },
    { name: 'LighterHours', type: 'number', displayName: 'Hours a week after the active weeks' },
    { name: 'Budget', type: 'number' },
    { name: 'Currency', type: 'text' },
    { name: 'StartsOn', type: 'text', displayName: 'Starts on' },
    { name: 'Weeks', type: 'number' },
    { name: 'TimeZone', type: 'text', displayName: 'Time zone' },
    { name: 'WorkingDays', type: 'multilineText', displayName: 'Working days' },
    { name: 'Holidays', type: 'multilineText' },
    // As JSON, because they have parts of their own.
    { name: 'Targets', type: 'multilineText' },
    { name: 'JobFamilies', type: 'multilineText', displayName: 'Job families' },
  ],
};

export function draftFields(draft: ProgrammeDraft): Fields {
  return {
    Title: draft.name,
    GroupId: draft.groupId,
    OwnerId: draft.ownerId,
    DeputyIds: linesText(draft.deputyIds),
    SponsorId: draft.sponsorId,
    WeeklyHours: draft.weeklyHours,
    LighterHours: draft.lighterHours,
    Budget: draft.budget?.amount ?? null,
    Currency: draft.budget?.currency ?? null,
    StartsOn: draft.startsOn,
    Weeks: draft.weeks,
    TimeZone: draft.timeZone,
    WorkingDays: linesText(draft.workingDays),
    Holidays: writeHolidays(draft.holidays) || null,
    Targets: draft.targets.length === 0 ? null : JSON.stringify(draft.targets),
    JobFamilies: linesText(draft.jobFamilies.map(({ id, name }) => `${id} = ${name}`)),
  };
}

/** The draft in an item. What somebody left in SharePoint that a draft cannot say is read as not said. */
export function toDraft(fields: Fields): ProgrammeDraft {
  const { shape } = programmeDraft;
  const known = <Value>(schema: z.ZodMiniType<Value>, value: unknown): Value | null =>
    schema.safeParse(value).data ?? null;
  const knownOf = <Value>(schema: z.ZodMiniType<Value>, values: readonly unknown[]): Value[] =>
    values.flatMap((value) => known(schema, value) ?? []);
  return {
    ...emptyDraft,
    name: known(shape.name, fields['Title']),
    groupId: known(shape.groupId, fields['GroupId']),
    ownerId: known(shape.ownerId, fields['OwnerId']),
    deputyIds: knownOf(objectId, linesOf(fields['DeputyIds'])),
    sponsorId: known(shape.sponsorId, fields['SponsorId']),
    weeklyHours: known(shape.weeklyHours, fields['WeeklyHours']),
    lighterHours: known(shape.lighterHours, fields['LighterHours']),
    budget: known(budget, { amount: fields['Budget'], currency: fields['Currency'] }),
    startsOn: known(shape.startsOn, fields['StartsOn']),
    weeks: known(shape.weeks, fields['Weeks']),
    timeZone: known(shape.timeZone, fields['TimeZone']),
    workingDays: knownOf(weekday, linesOf(fields['WorkingDays'])),
    holidays: readHolidays(textOf(fields['Holidays'])).holidays,
    targets: knownOf(target, listIn(fields['Targets'])),
    jobFamilies: knownOf(namedFamily, linesOf(fields['JobFamilies']).map(familyIn)),
  };
}

function familyIn(line: string) {
  const at = line.indexOf('=');
  return { id: line.slice(0, at).trim(), name: line.slice(at + 1).trim() };
}

function listIn(value: FieldValue | undefined): readonly unknown[] {
  try {
    const read: unknown = JSON.parse(textOf(value) || '[]');
    return Array.isArray(read) ? read : [];
  } catch {
    return [];
  }
}

const textOf = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');
const linesText = (lines: readonly string[]) => lines.join('\n') || null;
const linesOf = (value: FieldValue | undefined) =>
  textOf(value)
    .split(/\r\n|\r|\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
