import type { WalkOutcome } from '@last-mile/shared/feedback';
import { changeFields } from '../../src/features/feedback/cases/assistantChangesList';
import { digestOf, keepOnce } from '../../src/features/feedback/cases/caseReceipts';
import { caseFields } from '../../src/features/feedback/cases/casesList';
import { walkFields } from '../../src/features/feedback/cases/caseWalksList';
import type { AppendedItem } from '../../src/sync/storedItem';
import { firstVersion, type SampleFeedback } from './feedback';
import { deliver, type ListsGround } from './fillLists';
import { featuredId } from './people';
import { instantOf, type SampleMoment } from './sampleClock';
import { sampleKey } from './sampleKeys';
import { createDraws, type Draws } from './seededDraws';

/** On these days the deputy walks every case there is by then. */
const caseDays: readonly SampleMoment[] = [6, 10].map((week) => ({
  ...{ week, weekday: 2, minute: 14 * 60 },
}));

/** What the owner recorded, and which assistant it is about. */
const change = {
  assistant: 'Copilot in Teams',
  what: 'Recaps and notes are written by another model.',
  on: { week: 11, weekday: 0, minute: 9 * 60 } satisfies SampleMoment,
};

/** Adds what the champions made of fixed flags, what they saw on their case days, and a change. */
export async function fillCases(ground: ListsGround): Promise<void> {
  const { Cases, CaseWalks, AssistantChanges } = ground.lists.stores;
  const { programme, now } = ground;
  const cases = ground.history
    .flatMap((flag) => toCase(flag, programme) ?? [])
    .filter(({ madeAt }) => madeAt <= now);
  const walks = cases.flatMap(({ item: { clientKey }, madeAt }) =>
    walksOf(clientKey, { madeAt, now, startsOn: programme.startsOn }),
  );
  const isChanged = Date.parse(instantOf(change.on, programme.startsOn)) <= now.getTime();
  await ground.database.transaction(async (tx) => {
    const keep = (list: typeof Cases, item: AppendedItem, feedbackKey?: string) =>
      keepOnce(
        tx,
        {
          clientKey: item.clientKey,
          contentDigest: digestOf('sample', item.clientKey),
          ...(feedbackKey === undefined ? {} : { feedbackKey }),
        },
        () => list.append(tx, item),
      );
    for (const { item, feedbackKey } of cases) await keep(Cases, item, feedbackKey);
    for (const walk of walks) await keep(CaseWalks, walk);
    if (isChanged) await keep(AssistantChanges, changeOf(programme));
  });
  await deliver(ground.lists);
}

type SampleProgramme = ListsGround['programme'];

interface SampleCase {
  readonly feedbackKey: string;
  readonly madeAt: Date;
  readonly item: AppendedItem;
}

/** A case is made on one of the days after its flag was closed. */
function toCase(
  { request, progress, asCase }: SampleFeedback,
  programme: SampleProgramme,
): SampleCase | undefined {
  const { clientKey: feedbackKey } = request;
  const { outcomeKey: itemKey, closedAt } = progress;
  if (asCase === null || itemKey === null || closedAt === null) return undefined;
  const draws = drawsFor(feedbackKey);
  const madeAt = new Date(Date.parse(closedAt) + (1 + draws.whole(72)) * 3_600_000);
  const madeBy = featuredId('owner');
  const fields = caseFields({
    ...{ itemKey, fromFeedback: feedbackKey, fixedIn: null, ...asCase },
    ...{ madeBy, madeAt: madeAt.toISOString(), state: 'active', retiredBecause: null },
    programmeKey: programme.clientKey,
  });
  const clientKey = sampleKey(`case ${feedbackKey}`);
  return { feedbackKey, madeAt, item: { clientKey, actorId: madeBy, fields } };
}

function walksOf(
  caseKey: string,
  {
    madeAt,
    now,
    startsOn,
  }: { readonly madeAt: Date; readonly now: Date; readonly startsOn: string },
): AppendedItem[] {
  const draws = drawsFor(caseKey);
  const walkedBy = featuredId('deputy');
  return caseDays.flatMap((day, index): AppendedItem[] => {
    const outcome = drawOutcome(draws);
    const walkedAt = instantOf({ ...day, minute: day.minute + draws.whole(60) }, startsOn);
    const at = Date.parse(walkedAt);
    if (at < madeAt.getTime() || at > now.getTime()) return [];
    const walk = { caseKey, version: firstVersion, outcome, note: null, walkedBy, walkedAt };
    const clientKey = sampleKey(`walk ${index} of ${caseKey}`);
    return [{ clientKey, actorId: walkedBy, fields: walkFields(walk) }];
  });
}

/** What was mended mostly holds. */
function drawOutcome(draws: Draws): WalkOutcome {
  const share = draws.share();
  if (share < 0.8) return 'held';
  return share < 0.95 ? 'failed' : 'unclear';
}

function changeOf({ clientKey: programmeKey, startsOn }: SampleProgramme): AppendedItem {
  const recordedBy = featuredId('owner');
  const recordedAt = instantOf(change.on, startsOn);
  const { assistant, what } = change;
  return {
    ...{ clientKey: sampleKey(`change of ${assistant}`), actorId: recordedBy },
    fields: changeFields({
      ...{ assistant, what, changedOn: recordedAt.slice(0, 10) },
      ...{ recordedBy, recordedAt, programmeKey },
    }),
  };
}

const drawsFor = (key: string) => createDraws(Number.parseInt(key.slice(0, 8), 16));
