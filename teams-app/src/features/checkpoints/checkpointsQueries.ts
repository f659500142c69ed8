import { calendarDayIn } from '@last-mile/shared/calendar';
import type { CheckpointsResponse } from '@last-mile/shared/checkpoints';
import { checkpointsClient, type ApiClient } from '@last-mile/shared/client';
import type { Programme } from '@last-mile/shared/programme';
import { queryOptions } from '@tanstack/react-query';

const root = ['checkpoints'] as const;
/** A decision on its way to SharePoint is there in seconds. */
const onItsWayMs = 3_000;
/** Figures of whole weeks are worked out in a minute or two. */
const dueMs = 30_000;

type NextCheckpoint = NonNullable<CheckpointsResponse['next']>;

/** Whether only its figures are waited for: its day, where the programme is, has come. */
export const isDue = (
  { takenFrom }: NextCheckpoint,
  { timeZone }: Pick<Programme, 'timeZone'>,
): boolean => takenFrom <= calendarDayIn(new Date(), timeZone);

function askedAgainAfter(
  told: CheckpointsResponse | undefined,
  programme: Pick<Programme, 'timeZone'>,
): number | false {
  if (told === undefined) return false;
  if (told.decisions.some(({ eTag }) => eTag === null)) return onItsWayMs;
  return told.next !== null && isDue(told.next, programme) ? dueMs : false;
}

export const checkpointsQueries = {
  root,
  /** The checkpoints that were taken, what was decided at them, and when the next one is taken. */
  all: (api: ApiClient, programme: Pick<Programme, 'timeZone'>) =>
    queryOptions({
      queryKey: root,
      queryFn: ({ signal }) => checkpointsClient(api).checkpoints(signal),
      refetchInterval: ({ state }) => askedAgainAfter(state.data, programme),
    }),
};
