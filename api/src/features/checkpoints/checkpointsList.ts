import { checkpointDays, type Checkpoint, type CheckpointDay } from '@last-mile/shared/checkpoints';
import { v5 } from 'uuid';
import type { Fields, FieldValue, ListDefinition } from '../../sync/listDefinition';

/**
 * The Checkpoints list, for the site's owners only: a copy of each checkpoint as it was taken, figures
 * as JSON. What people are shown does not follow an edit of it.
 */
export const checkpointsList: ListDefinition = {
  name: 'Checkpoints',
  columns: [
    { name: 'Title', type: 'text' },
    { name: 'ProgrammeKey', type: 'text', displayName: 'Programme', indexed: true },
    { name: 'Day', type: 'number' },
    { name: 'Week', type: 'text' },
    // A text: SharePoint keeps no fractions of a second, and the seal covers them.
    { name: 'TakenAt', type: 'text', displayName: 'Taken' },
    { name: 'People', type: 'number' },
    { name: 'Use', type: 'multilineText' },
    { name: 'Time', type: 'multilineText' },
    { name: 'Trust', type: 'multilineText' },
    { name: 'Feedback', type: 'multilineText' },
    { name: 'Ownership', type: 'multilineText' },
    { name: 'Findings', type: 'multilineText' },
    { name: 'Seal', type: 'text' },
  ],
};

/** Names in this space are checkpoints of a programme: whoever takes one, its key is the same. */
const taken = '0e0c7f5a-3f57-5d0c-8a52-70d1f6a5b3c4';

/** The key under which a programme's checkpoint is kept. */
export const checkpointKey = (programmeKey: string, day: CheckpointDay): string =>
  v5(`${programmeKey}/${String(day)}`, taken);

export function checkpointFields(
  { day, week, takenAt, people, figures, diagnosis }: Checkpoint,
  programmeKey: string,
  seal: string,
): Fields {
  return {
    Title: `Day ${String(day)}, ${week}`,
    ProgrammeKey: programmeKey,
    Day: day,
    Week: week,
    TakenAt: takenAt,
    People: people,
    Use: JSON.stringify(figures.use),
    Time: JSON.stringify(figures.time),
    Trust: JSON.stringify(figures.trust),
    Feedback: JSON.stringify(figures.feedback),
    Ownership: JSON.stringify(figures.ownership),
    Findings: JSON.stringify(diagnosis),
    Seal: seal,
  };
}

/** What an item says, spelled as a checkpoint is sealed; null where it cannot be one that was taken here. */
export function contentIn(fields: Fields): string | null {
  const { Day, Week, TakenAt, People } = fields;
  if (!checkpointDays.some((day) => day === Day)) return null;
  try {
    return JSON.stringify({
      ...{ day: Day, week: Week, takenAt: TakenAt, people: People },
      figures: {
        use: jsonIn(fields['Use']),
        time: jsonIn(fields['Time']),
        trust: jsonIn(fields['Trust']),
        feedback: jsonIn(fields['Feedback']),
        ownership: jsonIn(fields['Ownership']),
      },
      diagnosis: jsonIn(fields['Findings']),
    });
  } catch {
    return null;
  }
}

const jsonIn = (value: FieldValue | undefined): unknown =>
  typeof value === 'string' ? JSON.parse(value) : null;
