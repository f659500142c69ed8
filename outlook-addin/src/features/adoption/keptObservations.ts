import { draftSent, type DraftSent } from '@last-mile/shared/adoption';
import { readRing, ringName } from '@last-mile/shared/observation-ring';

/** Settings that Outlook keeps for a person. Saving may throw. */
export interface KeptSettings {
  get(name: string): unknown;
  save(name: string, value: unknown): Promise<void>;
}

/** Where observations go on: kept on this device until the API has them. */
export interface ObservationQueue {
  count(...observations: DraftSent[]): Promise<void>;
}

/** So long after they were loaded, in milliseconds, the events may have written to the settings anew. */
const freshMs = 60_000;

/**
 * Hands on, once, what the events could only keep in the roaming settings (classic Outlook has neither a
 * token nor storage). It is in the queue before it leaves the settings, so that nothing is lost between;
 * what comes twice has the same key. Anything there that is no observation is thrown away.
 *
 * Outlook saves all settings as the pane loaded them and offers no way to load them again: a pane that
 * comes to it late leaves them as they are, and the next opening clears them.
 *
 * @param now in milliseconds; asked at once, when the settings were just loaded
 */
export function createKeptObservations(
  settings: KeptSettings,
  queue: ObservationQueue,
  now: () => number,
) {
  const loadedAt = now();
  let isHandedOn = false;

  /** Never throws: what Outlook or the browser would not do, the next opening tries again. */
  return async function handOn(): Promise<void> {
    if (isHandedOn) return;
    try {
      const { waiting } = readRing(settings.get(ringName));
      if (waiting.length === 0) return;
      const observations = waiting.flatMap((one) => {
        const parsed = draftSent.safeParse(one);
        return parsed.success ? [parsed.data] : [];
      });
      await queue.count(...observations);
      isHandedOn = true;
      if (now() - loadedAt > freshMs) return;
      await settings.save(ringName, { waiting: [], dropped: 0 });
    } catch {
      // It is still in the settings.
    }
  };
}
