import {
  checkpointDay,
  checkpointDecision,
  decisionResult,
  type CheckpointDecision,
  type DecideRequest,
  type LookBackRequest,
} from '@last-mile/shared/checkpoints';
import type { Fields, ListDefinition } from '../../sync/listDefinition';
import type { StoredItem } from '../../sync/storedItem';

/** The CheckpointDecisions list, for the site's owners only: what was decided, and what came of it. */
export const checkpointDecisionsList: ListDefinition = {
  name: 'CheckpointDecisions',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    { name: 'Day', type: 'number', displayName: 'Decided at (day)' },
    { name: 'Rule', type: 'text', displayName: 'Finding' },
    { name: 'Change', type: 'multilineText', displayName: 'What changes' },
    { name: 'OwnerId', type: 'text', displayName: 'Sees to it (object id)' },
    { name: 'DueOn', type: 'text', displayName: 'Due' },
    { name: 'LookBackDay', type: 'number', displayName: 'Looked back at (day)' },
    { name: 'Result', type: 'choice', choices: decisionResult.options },
    { name: 'Note', type: 'multilineText', displayName: 'What came of it' },
  ],
};

/** A decision as the list holds it. */
export type DecisionRecord = Omit<CheckpointDecision, 'ownerName'>;

export function decisionFields(
  { day, rule, change, ownerId, dueOn }: Omit<DecideRequest, 'clientKey'>,
  programmeKey: string,
): Fields {
  return {
    Title: rule ?? `Day ${String(day)}`,
    ProgrammeKey: programmeKey,
    Day: day,
    Rule: rule,
    Change: change,
    OwnerId: ownerId,
    DueOn: dueOn,
  };
}

export function lookBackFields({ day, result, note }: Omit<LookBackRequest, 'eTag'>): Fields {
  return { LookBackDay: day, Result: result, Note: note };
}

/**
 * The decision in an item, or null where somebody left it in a state that decides nothing. What was
 * half said of what came of it is read as not said.
 */
export function toDecision(
  clientKey: string,
  { fields, eTag }: Pick<StoredItem, 'fields' | 'eTag'>,
): DecisionRecord | null {
  const { lookBack, rule } = checkpointDecision.shape;
  const said = {
    day: checkpointDay.safeParse(fields['LookBackDay']).data,
    ...{ result: fields['Result'], note: fields['Note'] ?? null },
  };
  const parsed = checkpointDecision.safeParse({
    ...{ clientKey, eTag, ownerName: null },
    day: fields['Day'],
    rule: rule.safeParse(fields['Rule']).data ?? null,
    change: fields['Change'],
    ownerId: fields['OwnerId'],
    dueOn: fields['DueOn'],
    lookBack: lookBack.safeParse(said).data ?? null,
  });
  return parsed.success ? parsed.data : null;
}
