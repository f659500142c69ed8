import {
  usualMinutes,
  type Exercise,
  type OfferedExercise,
  type PracticeSession,
  type SaveSessionRequest,
} from '@last-mile/shared/practice';

/** A session as it is typed. */
export interface SessionDraft {
  readonly clientKey: string;
  /** As it was read when typing began; null for a new one. */
  readonly eTag: string | null;
  /** Empty: for everyone. */
  readonly jobFamily: string;
  readonly title: string;
  /** Empty while no task is chosen. */
  readonly workflowKey: string;
  readonly scenario: string;
  /** `YYYY-MM-DDTHH:MM` on the clock of whoever types. */
  readonly startsAt: string;
  readonly minutes: string;
  readonly kind: Exercise['kind'];
  readonly instruction: string;
  readonly input: string;
  readonly itemKey: string;
  readonly solution: string;
}

/** What has to be mended before a session can be saved. */
export type DraftMend = 'title' | 'startsAt' | 'minutes' | 'exercise';

export const emptyDraft = (): SessionDraft => ({
  ...{ clientKey: crypto.randomUUID(), eTag: null, jobFamily: '', title: '', workflowKey: '' },
  ...{ scenario: '', startsAt: '', minutes: String(usualMinutes) },
  ...noExercise,
});

const noExercise = { kind: 'try', instruction: '', input: '', itemKey: '', solution: '' } as const;

export function toDraft(session: PracticeSession): SessionDraft {
  const { clientKey, eTag, jobFamily, title, workflowKey, scenario, startsAt, minutes } = session;
  const { exercise } = session;
  return {
    ...{ clientKey, eTag, jobFamily: jobFamily ?? '', title, workflowKey: workflowKey ?? '' },
    ...{ scenario, startsAt: toLocalTime(startsAt), minutes: String(minutes) },
    ...(exercise === null
      ? noExercise
      : { ...exercise, itemKey: exercise.itemKey ?? '', solution: exercise.solution ?? '' }),
  };
}

/** What an exercise that comes with Last Mile says, in place of what is there. */
export function withOffered(
  draft: SessionDraft,
  { title, scenario, exercise }: OfferedExercise,
): Partial<SessionDraft> {
  const { kind, instruction, input, solution } = exercise;
  return {
    ...{ kind, instruction, input, solution: solution ?? '', itemKey: exercise.itemKey ?? '' },
    title: draft.title.trim() === '' ? title : draft.title,
    scenario: draft.scenario.trim() === '' ? scenario : draft.scenario,
  };
}

/** The session to be saved, or what has to be mended first. */
export function toRequest(
  draft: SessionDraft,
): { readonly request: SaveSessionRequest } | { readonly mend: readonly DraftMend[] } {
  const { clientKey, eTag, jobFamily, title, workflowKey, scenario, startsAt, minutes } = draft;
  const exercise = exerciseIn(draft);
  const at = Date.parse(startsAt);
  const length = Number(minutes);
  const mend: DraftMend[] = [];
  if (title.trim() === '') mend.push('title');
  if (Number.isNaN(at)) mend.push('startsAt');
  if (!Number.isInteger(length) || length < 10 || length > 60) mend.push('minutes');
  if (exercise === undefined) mend.push('exercise');
  if (mend.length > 0 || exercise === undefined) return { mend };
  return {
    request: {
      ...{ clientKey, eTag, title: title.trim(), exercise, minutes: length },
      jobFamily: jobFamily === '' ? null : jobFamily,
      workflowKey: workflowKey === '' ? null : workflowKey,
      scenario: scenario.trim() === '' ? '' : scenario,
      startsAt: new Date(at).toISOString(),
    },
  };
}

/** Null where there is none yet; undefined where only half of it is there. */
function exerciseIn({ kind, instruction, input, itemKey, solution }: SessionDraft) {
  const [hasInstruction, hasInput] = [instruction.trim() !== '', input.trim() !== ''];
  if (!hasInstruction && !hasInput) return null;
  if (!hasInstruction || !hasInput) return undefined;
  return {
    ...{ kind, instruction, input, itemKey: itemKey === '' ? null : itemKey },
    solution: solution.trim() === '' ? null : solution,
  };
}

function toLocalTime(instant: string): string {
  const at = new Date(instant);
  const local = new Date(at.getTime() - at.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, 16);
}
