import { addDays } from '@last-mile/shared/calendar';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../src/db/database';
import { progressFields } from '../../src/features/feedback/feedbackList';
import type { SubmitFeedback } from '../../src/features/feedback/submission';
import type { Library } from '../../src/features/library/library';
import { contentFields, draftRecord, recordFields } from '../../src/features/library/libraryList';
import { planFields } from '../../src/features/programme/planFields';
import { weekFields, weekKey } from '../../src/features/programme/effort/programmeWeeksList';
import { programmeFields } from '../../src/features/programme/programmesList';
import { timingFields } from '../../src/features/workflows/timingsList';
import { mapFields, toolDecisionFields } from '../../src/features/workflows/workflowsList';
import type { ListStores } from '../../src/sync/listStores';
import type { StoredItem } from '../../src/sync/storedItem';
import { jobTitles } from './departments';
import type { SampleFeedback } from './feedback';
import { library, type LibraryEntry } from './library';
import { featuredId } from './people';
import { samplePlan } from './programme';
import { timingsOfTasks } from './timingModel';
import { weeksWritten } from './weeksWritten';
import { workflows } from './workflows';

/** The maps are drawn in the first week, and the tools follow in the second. */
const toolsDecidedAfterDays = 9;

export interface ListsGround {
  readonly database: Database;
  readonly tenantId: string;
  readonly programme: Programme;
  readonly now: Date;
  readonly lists: Pick<ListStores, 'stores' | 'deliverNow' | 'syncNow' | 'status'>;
  readonly library: Pick<Library, 'publish' | 'resume'>;
  readonly history: readonly SampleFeedback[];
  /** The product's feedback as it takes words at a given moment. */
  readonly submitAt: (at: Date) => SubmitFeedback;
}

/** Adds programme, tasks, library drafts and feedback the way the product adds them: by the outbox. */
export async function addToLists(ground: ListsGround): Promise<void> {
  const { database, programme } = ground;
  const { Programmes, ProgrammeWeeks, Workflows, Timings, Library } = ground.lists.stores;
  const owner = featuredId('owner');
  await database.transaction(async (tx) => {
    await Programmes.append(tx, {
      clientKey: programme.clientKey,
      actorId: owner,
      fields: { ...programmeFields(programme, jobTitles), ...planFields(samplePlan(programme)) },
    });
    for (const { clientKey, tool, before, ...map } of workflows) {
      const decidedOn = addDays(programme.startsOn, toolsDecidedAfterDays);
      const fields = {
        ...mapFields(map),
        ...toolDecisionFields({
          toolDecision: tool === null ? null : { ...tool, decidedOn, decidedBy: owner },
          before: before === null ? null : [...before],
        }),
        ProgrammeKey: programme.clientKey,
      };
      await Workflows.append(tx, { clientKey, actorId: owner, fields });
    }
    await ProgrammeWeeks.appendAll(
      tx,
      weeksWritten(programme, ground.now).map((week) => ({
        clientKey: weekKey(programme.clientKey, week.week),
        ...{ actorId: owner, fields: weekFields(week) },
      })),
    );
    await Timings.appendAll(
      tx,
      timingsOfTasks(programme, ground.now).map(({ clientKey, ...timing }) => ({
        ...{ clientKey, actorId: timing.person },
        fields: timingFields(timing),
      })),
    );
    for (const { clientKey, content, author } of library) {
      const authorId = featuredId(author);
      const draft = draftRecord({ programmeKey: programme.clientKey, origin: 'written', authorId });
      const fields = { ...contentFields(content), ...recordFields(draft) };
      await Library.append(tx, { clientKey, actorId: authorId, fields });
    }
  });
  // Side by side, for the product commits together what arrives together.
  await Promise.all(
    ground.history.map(({ request, reporterId, submittedAt }) =>
      ground.submitAt(submittedAt)(request, programme, {
        ...{ tenantId: ground.tenantId, userId: reporterId, roles: [] },
      }),
    ),
  );
  await deliver(ground.lists);
  await catchUp(ground.lists);
  await ground.library.resume();
}

/** Publishes what is to be published: by a champion who did not write it. */
export async function publishLibrary(ground: ListsGround): Promise<void> {
  await fewAtATime(library, async (entry) => {
    if (entry.publishedBy !== null) await publishOne(ground, entry, entry.publishedBy);
  });
}

async function publishOne(
  ground: ListsGround,
  { clientKey }: LibraryEntry,
  publishedBy: NonNullable<LibraryEntry['publishedBy']>,
): Promise<void> {
  const stored = await arrived(ground.lists.stores.Library.get(clientKey));
  if (stored.fields['Status'] === 'published') return;
  const user: User = {
    tenantId: ground.tenantId,
    userId: featuredId(publishedBy),
    roles: ['Champion'],
  };
  await ground.library.publish(ground.programme, clientKey, stored.eTag, user);
}

/** Moves feedback on as far as a champion has come with it. */
export async function triageFeedback(ground: ListsGround): Promise<void> {
  const { Feedback } = ground.lists.stores;
  await fewAtATime(ground.history, async ({ request: { clientKey }, progress }) => {
    if (progress.state === 'new') return;
    const stored = await arrived(Feedback.get(clientKey));
    if (stored.fields['State'] === progress.state) return;
    const change = { actorId: featuredId('owner'), fields: progressFields(progress) };
    await Feedback.edit(clientKey, stored.eTag, change);
  });
}

// A start that was killed keeps the right to deliver and sync for a few seconds more.
const longestWaitMs = 60_000;
const askAgainMs = 250;

/** Waits until SharePoint has all that was added. */
export async function deliver(lists: ListsGround['lists']): Promise<void> {
  const deadline = Date.now() + longestWaitMs;
  for (;;) {
    await lists.deliverNow();
    const { waiting, parked, problem } = await lists.status();
    if (waiting + parked === 0) return;
    if (parked > 0 || Date.now() > deadline) {
      const reason = problem?.message ?? 'another start may still be delivering';
      throw new Error(`SharePoint did not take ${waiting + parked} items: ${reason}`);
    }
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}

/** A fill that was killed may have written what the replica has not heard of. */
async function catchUp(lists: ListsGround['lists']): Promise<void> {
  const deadline = Date.now() + longestWaitMs;
  while (!(await lists.syncNow())) {
    if (Date.now() > deadline) throw new Error('Another start keeps hold of the lists.');
    await new Promise((resolve) => setTimeout(resolve, askAgainMs));
  }
}

async function arrived(item: Promise<StoredItem | undefined>) {
  const stored = await item;
  if (!stored?.eTag) throw new Error('An item of the sample has not arrived in SharePoint.');
  return { ...stored, eTag: stored.eTag };
}

/** Side by side, but not more than a person's browser would ask for at once. */
async function fewAtATime<T>(values: readonly T[], work: (value: T) => Promise<void>) {
  const left = [...values];
  const next = async (): Promise<void> => {
    for (let value = left.shift(); value !== undefined; value = left.shift()) await work(value);
  };
  await Promise.all(Array.from({ length: 6 }, next));
}
