import {
  checkUsageEvent,
  isUsageEvent,
  type DeviceEvent,
  type EventsReceipt,
} from '@last-mile/shared/adoption';
import type { FactIdentity } from './insertActions';
import type { DraftFact, RedoFact } from './insertObservations';
import type { CountedSubject } from './subjectLinks';
import type { UsageFact } from './usageFact';
import type { WeekOf } from './weekOf';

/** Events as facts, each kind by itself and each key once. */
export interface SortedFacts {
  readonly actions: readonly UsageFact[];
  readonly drafts: readonly DraftFact[];
  readonly answers: readonly RedoFact[];
  /** Adds an event unless its key is there; answers what was added to where. */
  add(event: DeviceEvent, subjectId: string): Added | null;
}
interface Added {
  readonly to: 'actions' | 'drafts' | 'answers';
  readonly fact: FactIdentity;
}

/** Nothing yet. */
export function createSortedFacts(weekOf: WeekOf): SortedFacts {
  const actions = createDistinct<UsageFact>();
  const drafts = createDistinct<DraftFact>();
  const answers = createDistinct<RedoFact>();
  return {
    ...{ actions: actions.facts, drafts: drafts.facts, answers: answers.facts },
    add(event, subjectId) {
      // PostgreSQL writes a UUID in lower case, however it was sent.
      const clientKey = event.clientKey.toLowerCase();
      const week = weekOf(event.at);
      if (isUsageEvent(event)) {
        // Named one by one: nearly all events come here, and to spread one costs ten times as much.
        const { kind, at, itemKey, version, surface } = event;
        const fact = { clientKey, subjectId, kind, at, week, itemKey, version, surface };
        return actions.add(fact) ? { to: 'actions', fact } : null;
      }
      if (event.kind === 'draftSent') {
        const fact = { ...event, clientKey, subjectId, week };
        return drafts.add(fact) ? { to: 'drafts', fact } : null;
      }
      const fact = { ...event, clientKey, subjectId, week };
      return answers.add(fact) ? { to: 'answers', fact } : null;
    },
  };
}

/** Facts with distinct keys; a key is its subject's, so that two may use the same one. */
function createDistinct<Fact extends FactIdentity>() {
  const facts: Fact[] = [];
  const keysOf = new Map<string, Set<string>>();
  return {
    facts,
    /** False when it is there already. */
    add(fact: Fact): boolean {
      let keys = keysOf.get(fact.subjectId);
      if (keys === undefined) keysOf.set(fact.subjectId, (keys = new Set()));
      const before = keys.size;
      if (keys.add(fact.clientKey).size === before) return false;
      facts.push(fact);
      return true;
    },
  };
}

/** Sorts what can be kept of a batch; says which facts are its own, and what was refused. */
export function sortBatch(
  candidates: readonly unknown[],
  subject: CountedSubject | null,
  now: Date,
  sorted: SortedFacts,
  weekOf: WeekOf,
) {
  const own: Record<Added['to'], FactIdentity[]> = { actions: [], drafts: [], answers: [] };
  const refused: EventsReceipt['refused'] = [];
  let kept = 0;
  const isBefore = ({ countsFrom }: CountedSubject, { at }: DeviceEvent) =>
    countsFrom !== null && weekOf(at) < countsFrom;
  candidates.forEach((candidate, index) => {
    const checked = subject === null ? unknownPerson : checkUsageEvent(candidate, now);
    if ('reason' in checked) refused.push({ index, ...checked });
    else if (subject === null || isBefore(subject, checked.event)) {
      refused.push({ index, ...beforeErasure });
    } else {
      kept += 1;
      const added = sorted.add(checked.event, subject.subjectId);
      if (added) own[added.to].push(added.fact);
    }
  });
  return { own, kept, refused };
}

const unknownPerson = {
  reason: 'unknownPerson',
  message: 'You are not known as a member of the programme, so nothing is counted.',
};

const beforeErasure = {
  reason: 'beforeErasure',
  message: 'This is of a time before your data was erased, so it is not counted.',
};
