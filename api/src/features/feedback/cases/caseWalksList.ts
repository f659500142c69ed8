import { walkOutcomes, type WalkOutcome } from '@last-mile/shared/feedback';
import type { Fields, ListDefinition } from '../../../sync/listDefinition';
import { instant, key, oneOf, text, version, words } from '../columns';

/** The CaseWalks list, readable by the site's owners only: who walked which case, and what they saw. */
export const caseWalksList: ListDefinition = {
  name: 'CaseWalks',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'CaseKey', type: 'text', displayName: 'Case (key)', indexed: true },
    { name: 'Version', type: 'number', displayName: 'Version of the item' },
    { name: 'Outcome', type: 'choice', choices: walkOutcomes, indexed: true },
    { name: 'Note', type: 'multilineText' },
    { name: 'WalkedBy', type: 'text', displayName: 'Walked by (object id)' },
    { name: 'WalkedAt', type: 'dateTime', displayName: 'Walked', indexed: true },
  ],
};

/** One walk as the list holds it. */
export interface WalkRecord {
  readonly caseKey: string;
  readonly version: number;
  readonly outcome: WalkOutcome;
  readonly note: string | null;
  /** Object id. */
  readonly walkedBy: string;
  readonly walkedAt: string;
}

export function walkFields(record: WalkRecord): Fields {
  return {
    Title: `${record.outcome}, version ${record.version}`,
    CaseKey: record.caseKey,
    Version: record.version,
    Outcome: record.outcome,
    Note: record.note,
    WalkedBy: record.walkedBy,
    WalkedAt: record.walkedAt,
  };
}

/** The walk in an item; null where people left it without its case, its version or what was seen. */
export function toWalk(fields: Fields, createdAt: string): WalkRecord | null {
  const caseKey = key(fields['CaseKey']);
  const walked = version(fields['Version']);
  const outcome = oneOf(walkOutcomes, fields['Outcome']);
  if (caseKey === null || walked === null || outcome === undefined) return null;
  return {
    ...{ caseKey, version: walked, outcome },
    note: words(fields['Note']),
    walkedBy: text(fields['WalkedBy']),
    walkedAt: instant(fields['WalkedAt']) ?? createdAt,
  };
}
