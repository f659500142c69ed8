import {
  checkUsageEvent,
  isUsageEvent,
  type DeviceEvent,
  type EventsReceipt,
} from '@last-mile/shared/adoption';
import { factKey } from './insertActions';
import type { DraftFact, RedoFact } from './insertObservations';
import type { UsageFact } from './usageFact';
import { createWeekOf } from './weekOf';

/** Events as facts, each kind by itself and each key once. */
export interface SortedFacts {
  readonly actions: Map<string, UsageFact>;
  readonly drafts: Map<string, DraftFact>;
  readonly answers: Map<string, RedoFact>;
  /** Adds an event unless its key is there; answers what was added to where. */
  add(event: DeviceEvent, subjectId: string): Added | null;
}
interface Added {
  readonly to: 'actions' | 'drafts' | 'answers';
  readonly key: string;
}

/** Nothing yet; weeks are those of `timeZone`. */
export function createSortedFacts(timeZone: string): SortedFacts {
  const weekOf = createWeekOf(timeZone);
  const actions = new Map<string, UsageFact>();
  const drafts = new Map<string, DraftFact>();
  const answers = new Map<string, RedoFact>();
  function addTo<Fact>(facts: Map<string, Fact>, to: Added['to'], key: string, fact: Fact) {
    if (facts.has(key)) return null;
    facts.set(key, fact);
    return { to, key };
  }
  return {
    ...{ actions, drafts, answers },
    add(event, subjectId) {
      // PostgreSQL writes a UUID in lower case, however it was sent.
      const clientKey = event.clientKey.toLowerCase();
      const of = { subjectId, clientKey, week: weekOf(event.at) };
      const key = factKey(of);
      if (isUsageEvent(event)) return addTo(actions, 'actions', key, { ...event, ...of });
      return event.kind === 'draftSent'
        ? addTo(drafts, 'drafts', key, { ...event, ...of })
        : addTo(answers, 'answers', key, { ...event, ...of });
    },
  };
}

/** Sorts what can be kept of a batch; says which facts are its own, and what was refused. */
export function sortBatch(
  candidates: readonly unknown[],
  subjectId: string | null,
  now: Date,
  sorted: SortedFacts,
) {
  const own: Record<Added['to'], string[]> = { actions: [], drafts: [], answers: [] };
  const refused: EventsReceipt['refused'] = [];
  let kept = 0;
  candidates.forEach((candidate, index) => {
    const checked = subjectId === null ? unknownPerson : checkUsageEvent(candidate, now);
    if ('reason' in checked) refused.push({ index, ...checked });
    else {
      kept += 1;
      const added = sorted.add(checked.event, subjectId ?? '');
      if (added) own[added.to].push(added.key);
    }
  });
  return { own, kept, refused };
}

const unknownPerson = {
  reason: 'unknownPerson',
  message: 'You are not known as a member of the programme, so nothing is counted.',
};
