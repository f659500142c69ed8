import * as z from 'zod/mini';
import { issueAt, issuesOf } from '../issue';
import { clientKey, instant } from '../text';
import { draftSent, redoAnswered } from './observations';

/** Counted actions people take in the tab and the pane (design 5). Looking around does not count. */
export const usageKinds = ['promptCopied', 'promptOpened', 'templateInserted'] as const;
export const usageKind = z.enum(usageKinds);
export type UsageKind = z.infer<typeof usageKind>;

/** One counted action. Numbers and keys only: never text, subject or recipient. */
export const usageEvent = z.strictObject({
  clientKey,
  kind: usageKind,
  at: instant,
  itemKey: clientKey,
  version: z.number().check(z.int(), z.minimum(0)),
  surface: z.enum(['teams', 'outlook']),
});
export type UsageEvent = z.infer<typeof usageEvent>;

/** All that a device may send: counted actions, and what it observed of drafts and their use. */
export const deviceEvent = z.discriminatedUnion('kind', [usageEvent, draftSent, redoAnswered]);
export type DeviceEvent = z.infer<typeof deviceEvent>;

/** Whether a device's event is a counted action, not an observation. */
export function isUsageEvent(event: DeviceEvent): event is UsageEvent {
  return event.kind !== 'draftSent' && event.kind !== 'redoAnswered';
}

/** Most events in one request. */
export const eventsPerRequest = 200;

/** A batch; each event is checked by itself, bad ones are refused with a reason, the rest kept. */
export const eventsRequest = z.strictObject({
  events: z.array(z.unknown()).check(z.minLength(1), z.maxLength(eventsPerRequest)),
});
export type EventsRequest = z.infer<typeof eventsRequest>;

/** Raw events are kept this long; older ones are refused, so that none can be counted twice. */
export const eventRetentionDays = 180;

/** How far a device's clock may run ahead. */
const clockAheadMs = 5 * 60_000;
const dayMs = 86_400_000;

const plainKey = /^[\da-f]{8}-[\da-f]{4}-[1-8][\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/;
/** As `Date` writes an instant, on a day that every month has. */
const plainInstant =
  /^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d+)?Z$/;
const isPlainKey = (value: unknown) => typeof value === 'string' && plainKey.test(value);

/**
 * Whether this is a counted action as our devices write it, told in a third of the time that the schema
 * takes: nearly all events are. The schema alone refuses: it is asked about whatever this does not know.
 */
function isPlainAction(candidate: unknown): candidate is UsageEvent {
  if (typeof candidate !== 'object' || candidate === null) return false;
  const { clientKey: key, kind, at, itemKey, version, surface }: Partial<UsageEvent> = candidate;
  return (
    Object.keys(candidate).length === 6 &&
    (kind === 'promptCopied' || kind === 'promptOpened' || kind === 'templateInserted') &&
    (surface === 'teams' || surface === 'outlook') &&
    Number.isSafeInteger(version) &&
    Number(version) >= 0 &&
    isPlainKey(key) &&
    isPlainKey(itemKey) &&
    typeof at === 'string' &&
    plainInstant.test(at)
  );
}

/** An event that can be kept, or why it cannot. `now` is the server's clock. */
export function checkUsageEvent(
  candidate: unknown,
  now: Date,
): { event: DeviceEvent } | { reason: string; message: string } {
  const parsed = isPlainAction(candidate)
    ? { success: true as const, data: candidate }
    : deviceEvent.safeParse(candidate);
  if (!parsed.success) {
    const [{ path, message } = issueAt('', 'wrongForm')] = issuesOf(parsed.error);
    return { reason: 'invalidEvent', message: path === '' ? message : `${path}: ${message}` };
  }
  const at = Date.parse(parsed.data.at);
  if (at > now.getTime() + clockAheadMs) {
    return { reason: 'inTheFuture', message: 'The date lies in the future. Check the clock.' };
  }
  if (at < now.getTime() - eventRetentionDays * dayMs) {
    return {
      reason: 'tooOld',
      message: `Events older than ${eventRetentionDays} days are not counted.`,
    };
  }
  return { event: parsed.data };
}
