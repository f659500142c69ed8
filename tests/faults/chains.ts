import { setTimeout as delay } from 'node:timers/promises';
import * as z from 'zod/mini';
import { activityTypes, ownFeedbackPlace } from '@last-mile/shared/feedback';
import type { Deployment } from '../setup/deployment';
import type { Submission } from './callers';
import type { HeldFeedback } from './heldFeedback';

/** What people see of the answers to what they sent. */
export interface ChainsReport {
  /** Pieces of feedback that were answered: each is to be told to its reporter. */
  readonly expected: number;
  /** Of these: their reporter sees one notification, and it says how the feedback stands. */
  readonly visibleOnce: number;
  /** Their reporter sees more than one. */
  readonly doubled: number;
  /** Their reporter sees none, or one that says how it stood before. */
  readonly missing: number;
  /** Notifications that somebody sees of what is not theirs, or was not answered. */
  readonly astray: number;
}

interface Expected {
  readonly reporterId: string;
  readonly place: string;
  /** The first line of the notification. */
  readonly title: string;
}

const feed = z.object({ value: z.array(z.object({ title: z.string(), href: z.string() })) });
type Feed = z.infer<typeof feed>['value'];

const lookAgainMs = 500;

/** Waits until everybody was told what became of theirs, `withinMs` at most; then looks at everyone's feed. */
export async function seenChains(
  deployment: Deployment,
  submissions: readonly Submission[],
  held: readonly HeldFeedback[],
  withinMs: number,
): Promise<ChainsReport> {
  const expected = expectedOf(submissions, held);
  const deadline = Date.now() + withinMs;
  let waiting = expected;
  while (waiting.length > 0 && Date.now() < deadline) {
    const feeds = await feedsOf(deployment, [...new Set(waiting.map((each) => each.reporterId))]);
    waiting = waiting.filter((each) => !isTold(feeds.get(each.reporterId) ?? [], each));
    if (waiting.length > 0) await delay(lookAgainMs);
  }
  const everyone = deployment.tenant.members.map(({ userId }) => userId);
  return compare(expected, submissions, await feedsOf(deployment, everyone));
}

function expectedOf(submissions: readonly Submission[], held: readonly HeldFeedback[]): Expected[] {
  const states = new Map(held.map(({ clientKey, state }) => [clientKey, state]));
  return submissions.flatMap(({ reporterId, request }): Expected[] => {
    const state = states.get(request.clientKey) ?? 'new';
    if (state === 'new') return [];
    const type = state === 'closed' ? 'feedbackClosed' : 'feedbackAnswered';
    const title = activityTypes[type].en.templateText;
    return [{ reporterId, place: ownFeedbackPlace(request.clientKey), title }];
  });
}

function compare(
  expected: readonly Expected[],
  submissions: readonly Submission[],
  feeds: ReadonlyMap<string, Feed>,
): ChainsReport {
  const shown = expected.map((each) => {
    const seen = seenOf(feeds.get(each.reporterId) ?? [], each.place);
    return { times: seen.length, isUpToDate: isTold(seen, each) };
  });
  const ours = new Set(submissions.map(({ request }) => ownFeedbackPlace(request.clientKey)));
  const all = [...feeds.values()].flat().filter(({ href }) => ours.has(placeOf(href))).length;
  return {
    expected: expected.length,
    visibleOnce: shown.filter(({ times, isUpToDate }) => times === 1 && isUpToDate).length,
    doubled: shown.filter(({ times }) => times > 1).length,
    missing: shown.filter(({ times, isUpToDate }) => times <= 1 && !isUpToDate).length,
    astray: all - shown.reduce((sum, { times }) => sum + times, 0),
  };
}

const seenOf = (shown: Feed, place: string) => shown.filter(({ href }) => placeOf(href) === place);

const isTold = (shown: Feed, { place, title }: Expected) =>
  seenOf(shown, place).some((each) => each.title === title);

const placeOf = (href: string) =>
  new URL(href, 'http://localhost').searchParams.get('subPageId') ?? '';

/** What people see behind the bell of Teams, by the person. */
async function feedsOf(
  { tenant }: Deployment,
  userIds: readonly string[],
): Promise<Map<string, Feed>> {
  const feeds = new Map<string, Feed>();
  for (const userId of userIds) {
    const answer = await fetch(`${tenant.origin}/hosts/teams/activity?as=${userId}&language=en-US`);
    feeds.set(userId, feed.parse(await answer.json()).value);
  }
  return feeds;
}
