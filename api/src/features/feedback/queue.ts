import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  dueOf,
  feedbackStates,
  isInView,
  queueViews,
  type queueQuery,
  type QueueResponse,
  type QueueView,
} from '@last-mile/shared/feedback';
import { issueAt } from '@last-mile/shared/issue';
import type * as z from 'zod/mini';
import type { Names } from '../../auth/names';
import { InvalidRequest } from '../../http/refusals';
import type { ProgrammeFeedback, ReadProgrammeFeedback } from './programmeFeedback';
import type { FeedbackRecord } from './feedbackList';
import type { Read } from './readFeedback';
import { toTriager, type QueueViewer, type ToQueueItems } from './queueItems';
import { queuePlaceOf } from './shownFeedback';
import type { CountVoices } from './voices';

export interface QueueDependencies {
  readonly read: ReadProgrammeFeedback;
  readonly toQueueItems: ToQueueItems;
  readonly voices: CountVoices;
  readonly names: Names;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

export type QueueQuestion = z.output<typeof queueQuery>;

const itemsAPage = 50;

/** The queue of those who triage, from the replica alone. */
export function createQueue(dependencies: QueueDependencies) {
  const { read, toQueueItems, voices, names, asOf, now } = dependencies;

  return async (viewer: QueueViewer, query: QueueQuestion): Promise<QueueResponse> => {
    const { programme, user } = viewer;
    const after = query.after === undefined ? null : toPlace(query.after);
    const feedback = await read(programme);
    const look = { userId: user.userId, today: calendarDayIn(now(), programme.timeZone) };
    // Each is placed once for all views: a queue of many thousands is looked at six times over.
    const places = feedback.all.map((each) => queuePlaceOf(feedback, each));
    const inView = (view: QueueView) =>
      feedback.all.filter((_, index) => {
        const place = places[index];
        return place !== undefined && isInView(view, place, look);
      });
    const matching = inView(query.view).filter(matches(query));
    const placed = (await placesIn(viewer, feedback, matching, query.sort)).sort(byPlace);
    const rest = after === null ? placed : placed.filter(({ place }) => isAfter(place, after));
    const page = rest.slice(0, itemsAPage);
    const last = rest.length > itemsAPage ? page.at(-1) : undefined;

    const triagers = [...new Set([programme.ownerId, ...programme.deputyIds])];
    const [items, found] = await Promise.all([
      toQueueItems(
        viewer,
        feedback,
        page.map((each) => each.read),
      ),
      names.of(triagers),
    ]);
    return {
      items,
      counts: countsOf((view) => inView(view).length),
      total: matching.length,
      next: last ? toCursor(last.place) : null,
      triagers: triagers.map((userId) => toTriager(userId, found)),
      asOf: asOf(),
    };
  };

  async function placesIn(
    viewer: QueueViewer,
    feedback: ProgrammeFeedback,
    reads: readonly Read[],
    sort: QueueQuestion['sort'],
  ) {
    const counted =
      sort === 'voices' ? await voices(feedback, reads, viewer.user.tenantId) : undefined;
    return reads.map((each) => ({ read: each, place: placeOf(each, sort, counted) }));
  }
}

/** Numbers and texts by which items are in order; the key comes last, so that no two are alike. */
type Place = readonly (number | string)[];

function placeOf(
  { clientKey, record }: Read,
  sort: QueueQuestion['sort'],
  voices: ReadonlyMap<string, number> = new Map(),
): Place {
  const submitted = Date.parse(record.submittedAt);
  if (sort === 'newest') return [-submitted, clientKey];
  if (sort === 'voices') return [-(voices.get(clientKey) ?? 0), submitted, clientKey];
  return [
    Number(record.state === 'closed'),
    Number(!record.reachedClient),
    feedbackStates.indexOf(record.state),
    ...[dueOf(record), submitted, clientKey],
  ];
}

const byPlace = (one: { place: Place }, other: { place: Place }) =>
  isAfter(one.place, other.place) ? 1 : -1;

function isAfter(one: Place, other: Place): boolean {
  for (const [index, value] of one.entries()) {
    const against = other[index];
    if (value === against) continue;
    return typeof value === typeof against && value > (against ?? '');
  }
  return false;
}

const toCursor = (place: Place) => Buffer.from(JSON.stringify(place)).toString('base64url');

/** Where the page before ended: also once what stood there has left the view. */
function toPlace(cursor: string): Place {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (Array.isArray(place) && place.every(isPlace)) return place;
  } catch {
    // No JSON: no cursor of ours.
  }
  throw new InvalidRequest([issueAt('after', 'pageEnd')]);
}

const isPlace = (value: unknown): value is number | string =>
  typeof value === 'number' || typeof value === 'string';

function matches({ reason, about, q = '' }: QueueQuestion): (read: Read) => boolean {
  const words = plain(q)
    .split(/\s+/)
    .filter((word) => word !== '');
  function hasWords(record: FeedbackRecord): boolean {
    const text = words.length === 0 ? '' : plain(record.text);
    return words.every((word) => text.includes(word));
  }
  return ({ record }) =>
    (reason === undefined || (record.reason ?? 'suggestion') === reason) &&
    (about === undefined || record.about.type === about) &&
    hasWords(record);
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

const countsOf = (count: (view: QueueView) => number) =>
  Object.fromEntries(queueViews.map((view) => [view, count(view)])) as QueueResponse['counts'];
