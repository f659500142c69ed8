import {
  exercise,
  practiceSession,
  sessionPlace,
  type Exercise,
  type PracticeSession,
  type SaveSessionRequest,
  type SessionPlace,
} from '@last-mile/shared/practice';
import type * as z from 'zod/mini';
import type { FieldValue, Fields, ListDefinition } from '../../sync/listDefinition';

/** The PracticeSessions list: what is planned, readable by the programme's people. */
export const practiceSessionsList: ListDefinition = {
  name: 'PracticeSessions',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'JobFamily', type: 'text', displayName: 'Job family', indexed: true },
    { name: 'WorkflowKey', type: 'text', displayName: 'Task (key)', indexed: true },
    { name: 'Scenario', type: 'multilineText' },
    {
      name: 'ExerciseKind',
      type: 'choice',
      choices: exercise.shape.kind.options,
      displayName: 'Exercise',
    },
    { name: 'Instruction', type: 'multilineText' },
    { name: 'Input', type: 'multilineText' },
    { name: 'ItemKey', type: 'text', displayName: 'Prompt or template (key)' },
    { name: 'Solution', type: 'multilineText', displayName: 'What there is to find' },
    { name: 'StartsAt', type: 'dateTime', displayName: 'Starts', indexed: true },
    { name: 'Minutes', type: 'number' },
    {
      name: 'Place',
      type: 'choice',
      choices: ['existingMeeting', 'newMeeting', 'someoneElsesMeeting'],
    },
    { name: 'EventId', type: 'multilineText', displayName: 'Event in the calendar' },
    { name: 'Cancelled', type: 'dateTime' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
  ],
};

/** The columns that a save of a session writes. */
export function sessionFields(session: Omit<SaveSessionRequest, 'clientKey' | 'eTag'>): Fields {
  const { title, jobFamily, workflowKey, scenario, startsAt, minutes } = session;
  return {
    Title: title,
    JobFamily: jobFamily,
    WorkflowKey: workflowKey?.toLowerCase() ?? null,
    Scenario: scenario || null,
    ...exerciseFields(session.exercise),
    StartsAt: new Date(startsAt).toISOString(),
    Minutes: minutes,
  };
}

function exerciseFields(written: Exercise | null): Fields {
  return {
    ExerciseKind: written?.kind ?? null,
    Instruction: written?.instruction ?? null,
    Input: written?.input ?? null,
    ItemKey: written?.itemKey?.toLowerCase() ?? null,
    Solution: written?.solution ?? null,
  };
}

/** The columns that placing a session writes. */
export function placeFields(place: SessionPlace): Fields {
  return {
    Place: place.kind,
    EventId: place.kind === 'someoneElsesMeeting' ? null : place.eventId,
  };
}

/** The column that cancelling a session writes. */
export const cancelledFields = (at: Date): Fields => ({ Cancelled: at.toISOString() });

/**
 * The session in an item, or null where somebody left it in a state that is none. An exercise or a place
 * that is half said is read as not said.
 */
export function toSession(
  clientKey: string,
  { fields, eTag }: { readonly fields: Fields; readonly eTag: string | null },
): PracticeSession | null {
  const parsed = practiceSession.safeParse({
    ...{ clientKey, eTag },
    title: fields['Title'],
    jobFamily: fields['JobFamily'] ?? null,
    workflowKey: fields['WorkflowKey'] ?? null,
    scenario: fields['Scenario'] ?? '',
    exercise: knownOrNull(exercise, {
      kind: fields['ExerciseKind'],
      instruction: fields['Instruction'],
      input: fields['Input'],
      itemKey: fields['ItemKey'] ?? null,
      solution: fields['Solution'] ?? null,
    }),
    startsAt: instantIn(fields['StartsAt']),
    minutes: fields['Minutes'],
    place: knownOrNull(sessionPlace, placeIn(fields)),
    cancelledAt: instantIn(fields['Cancelled']),
  });
  return parsed.success ? parsed.data : null;
}

/** SharePoint writes instants in a form of its own. */
function instantIn(value: FieldValue | undefined): string | null {
  const time = typeof value === 'string' ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function placeIn({ Place: kind, EventId: eventId }: Fields) {
  return kind === 'someoneElsesMeeting' ? { kind } : { kind, eventId };
}

function knownOrNull<Value>(schema: z.ZodMiniType<Value>, value: unknown): Value | null {
  return schema.safeParse(value).data ?? null;
}
