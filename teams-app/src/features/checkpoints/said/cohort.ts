import { weekStart } from '@last-mile/shared/adoption';
import { addDays, calendarDayIn } from '@last-mile/shared/calendar';
import type { Checkpoint } from '@last-mile/shared/checkpoints';
import type { Programme } from '@last-mile/shared/programme';
import type { Formats } from '../../../app/formats';
import { checkpointsTexts as texts } from '../checkpointsTexts';

/** The days of the week a checkpoint is about. */
export function weekDays({ week }: Pick<Checkpoint, 'week'>, formats: Formats): string {
  const monday = weekStart(week);
  return formats.days(monday, addDays(monday, 6));
}

/** The day on which it was taken, where the programme is. */
export const takenOn = (
  { takenAt }: Pick<Checkpoint, 'takenAt'>,
  { timeZone }: Pick<Programme, 'timeZone'>,
) => calendarDayIn(new Date(takenAt), timeZone);

/** Whom the figures are about, of which week they are, and since when they stand. */
export function cohortInWords(
  checkpoint: Checkpoint,
  programme: Pick<Programme, 'timeZone'>,
  formats: Formats,
): string {
  const [days, taken] = [
    weekDays(checkpoint, formats),
    formats.day(takenOn(checkpoint, programme)),
  ];
  return checkpoint.people === null
    ? texts.nobody(days, taken)
    : texts.cohort(formats.number(checkpoint.people), days, taken);
}
