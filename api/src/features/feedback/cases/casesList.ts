import type { Fields, ListDefinition } from '../../../sync/listDefinition';
import { firstLine, instant, key, oneOf, text, version, words } from '../columns';

const states = ['active', 'retired', 'consentWithdrawn'] as const;

/** The Cases list, readable by the site's owners only. Nothing in it says who flagged. */
export const casesList: ListDefinition = {
  name: 'Cases',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'ItemKey', type: 'text', displayName: 'Library item (key)', indexed: true },
    { name: 'FromFeedback', type: 'text', displayName: 'Made of the flag (key)', indexed: true },
    { name: 'FixedIn', type: 'number', displayName: 'Fixed in version' },
    { name: 'Input', type: 'multilineText', displayName: 'What is put in' },
    { name: 'WentWrong', type: 'multilineText', displayName: 'What went wrong' },
    { name: 'MustHold', type: 'multilineText', displayName: 'What must hold' },
    { name: 'MadeBy', type: 'text', displayName: 'Made by (object id)' },
    { name: 'MadeAt', type: 'dateTime', displayName: 'Made', indexed: true },
    { name: 'State', type: 'choice', choices: states, indexed: true },
    { name: 'RetiredBecause', type: 'multilineText', displayName: 'Why nobody walks it any more' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
  ],
};

/** One case as the list holds it. */
export interface CaseRecord {
  readonly itemKey: string;
  readonly fromFeedback: string | null;
  readonly fixedIn: number | null;
  readonly input: string | null;
  readonly wentWrong: string | null;
  readonly mustHold: string;
  /** Object id of the champion who made it. */
  readonly madeBy: string;
  readonly madeAt: string;
  readonly state: (typeof states)[number];
  readonly retiredBecause: string | null;
  readonly programmeKey: string | null;
}

export function caseFields(record: CaseRecord): Fields {
  return {
    Title: firstLine(record.mustHold),
    ItemKey: record.itemKey,
    FromFeedback: record.fromFeedback,
    FixedIn: record.fixedIn,
    Input: record.input,
    WentWrong: record.wentWrong,
    MustHold: record.mustHold,
    MadeBy: record.madeBy,
    MadeAt: record.madeAt,
    ...retirementFields(record),
    ProgrammeKey: record.programmeKey,
  };
}

/** Retires a case, or brings it back. */
export const retirementFields = ({
  state,
  retiredBecause,
}: Pick<CaseRecord, 'state' | 'retiredBecause'>): Fields => ({
  State: state,
  RetiredBecause: retiredBecause,
});

/** Takes the reporter's words out, for good. */
export const emptiedFields: Fields = { State: 'consentWithdrawn', Input: null, WentWrong: null };

/** The case in an item; null where people left it without the item it is of. */
export function toCase(fields: Fields, createdAt: string): CaseRecord | null {
  const itemKey = key(fields['ItemKey']);
  if (itemKey === null) return null;
  return {
    itemKey,
    fromFeedback: key(fields['FromFeedback']),
    fixedIn: version(fields['FixedIn']),
    input: words(fields['Input']),
    wentWrong: words(fields['WentWrong']),
    mustHold: text(fields['MustHold']) || text(fields['Title']),
    madeBy: text(fields['MadeBy']),
    madeAt: instant(fields['MadeAt']) ?? createdAt,
    state: oneOf(states, fields['State']) ?? 'active',
    retiredBecause: words(fields['RetiredBecause']),
    programmeKey: text(fields['ProgrammeKey']) || null,
  };
}
