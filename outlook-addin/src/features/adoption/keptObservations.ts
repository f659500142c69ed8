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

/**
 * Hands on what the events could only keep in the roaming settings (classic Outlook has neither a token
 * nor storage). It is in the queue before it leaves the settings, so that nothing is lost between; what
 * comes twice has the same key. Anything there that is no observation is thrown away. Never throws.
 */
export async function sendKeptObservations(
  settings: KeptSettings,
  queue: ObservationQueue,
): Promise<void> {
  try {
    const { waiting } = readRing(settings.get(ringName));
    if (waiting.length === 0) return;
    const observations = waiting.flatMap((one) => {
      const parsed = draftSent.safeParse(one);
      return parsed.success ? [parsed.data] : [];
    });
    await queue.count(...observations);
    await settings.save(ringName, { waiting: [], dropped: 0 });
  } catch {
    // Outlook or the browser would not: the next opening tries again.
  }
}
