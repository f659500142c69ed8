import {
  coachedFor,
  coachingReasons,
  outreachOutcome,
  outreachOutcomes,
  outreachWay,
  outreachWays,
  type Outreach,
} from '@last-mile/shared/coaching';
import type { Fields, FieldValue, ListDefinition } from '../../sync/listDefinition';
import type { StoredItem } from '../../sync/storedItem';

/** The Coaching list, for the site's owners only: who was reached out to, and what came of it. */
export const coachingList: ListDefinition = {
  name: 'Coaching',
  columns: [
    { name: 'Title', type: 'text' },
    // A keyed digest: who it was is seen in Last Mile, by owner and deputies, and in no export of the list.
    { name: 'Person', type: 'text', displayName: 'Person (pseudonym)', indexed: true },
    { name: 'Reason', type: 'choice', choices: coachingReasons },
    { name: 'Way', type: 'choice', choices: outreachWays },
    { name: 'ReachedOutAt', type: 'dateTime', displayName: 'Reached out', indexed: true },
    { name: 'ReachedOutBy', type: 'text', displayName: 'By (object id)' },
    { name: 'Outcome', type: 'choice', choices: outreachOutcomes },
    { name: 'OutcomeAt', type: 'dateTime', displayName: 'Outcome written down' },
    { name: 'Note', type: 'multilineText' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
  ],
};

/** An outreach as the list keeps it. */
export interface OutreachRecord extends Omit<Outreach, 'clientKey' | 'eTag' | 'userId'> {
  readonly person: string;
  readonly programmeKey: string;
}

export function outreachFields(record: OutreachRecord): Fields {
  return {
    Title: record.reason,
    Person: record.person,
    Reason: record.reason,
    Way: record.way,
    ReachedOutAt: record.at,
    ReachedOutBy: record.by,
    ...outcomeFields(record),
    ProgrammeKey: record.programmeKey,
  };
}

export function outcomeFields(
  record: Pick<OutreachRecord, 'outcome' | 'outcomeAt' | 'note'>,
): Fields {
  return { Outcome: record.outcome, OutcomeAt: record.outcomeAt, Note: record.note };
}

/** The outreach in an item; null where somebody left it in a state that tells of none. */
export function toOutreach({ fields, modifiedAt }: StoredItem): OutreachRecord | null {
  const [reason, way, outcome] = [
    coachedFor.safeParse(fields['Reason']).data,
    outreachWay.safeParse(fields['Way']).data,
    outreachOutcome.safeParse(fields['Outcome']).data ?? null,
  ];
  const [person, programmeKey] = [text(fields['Person']), text(fields['ProgrammeKey'])];
  const at = instant(fields['ReachedOutAt']);
  if (person === '' || programmeKey === '' || at === null) return null;
  if (reason === undefined || way === undefined) return null;
  return {
    ...{ person, programmeKey, reason, way, at, outcome },
    by: text(fields['ReachedOutBy']),
    // Somebody who chose an outcome in SharePoint left no instant of their own.
    outcomeAt:
      outcome === null
        ? null
        : (instant(fields['OutcomeAt']) ?? new Date(modifiedAt).toISOString()),
    note: text(fields['Note']).trim() || null,
  };
}

const text = (value: FieldValue | undefined) => (typeof value === 'string' ? value : '');

function instant(value: FieldValue | undefined): string | null {
  const at = Date.parse(text(value));
  return Number.isNaN(at) ? null : new Date(at).toISOString();
}
