import { responseDueOn } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../src/db/database';
import { feedbackFields } from '../../src/features/feedback/feedbackList';
import { contentFields, recordFields } from '../../src/features/library/libraryList';
import { programmeFields } from '../../src/features/programme/programmesList';
import { workflowFields } from '../../src/features/workflows/workflowsList';
import type { ListName } from '../../src/sync/listDefinition';
import type { ListStore } from '../../src/sync/storedItem';
import { jobTitles } from './departments';
import { feedback } from './feedback';
import { library } from './library';
import { featuredId } from './people';
import { sampleKey } from './sampleKeys';
import { workflows } from './workflows';

export interface ListsGround {
  readonly database: Database;
  readonly tenantId: string;
  readonly programme: Programme;
  readonly now: Date;
  readonly list: (name: ListName) => ListStore;
  /** Waits until the worker has brought everything to SharePoint. */
  readonly delivered: () => Promise<void>;
  /** The library's own publication, four eyes and seal included. */
  readonly publish: (
    programme: Programme,
    clientKey: string,
    eTag: string,
    user: User,
  ) => Promise<unknown>;
}

/** Adds programme, tasks, library drafts and feedback the way the product adds them: by the outbox. */
export async function addToLists(ground: ListsGround): Promise<void> {
  const { database, list, programme } = ground;
  const owner = featuredId('owner');
  await database.transaction(async (tx) => {
    await list('Programmes').append(tx, {
      clientKey: programme.clientKey,
      actorId: owner,
      fields: programmeFields(programme, jobTitles),
    });
    for (const workflow of workflows) {
      await list('Workflows').append(tx, {
        clientKey: workflow.clientKey,
        actorId: owner,
        fields: workflowFields(workflow, programme.clientKey),
      });
    }
    for (const { clientKey, content, author } of library) {
      const authorId = featuredId(author);
      const fields = { ...contentFields(content), ...recordFields(draftOf(programme, authorId)) };
      await list('Library').append(tx, { clientKey, actorId: authorId, fields });
    }
    for (const item of feedbackItems(ground)) await list('Feedback').append(tx, item);
  });
  await ground.delivered();
}

/** Publishes what is to be published: by a champion who did not write it. */
export async function publishLibrary(ground: ListsGround): Promise<void> {
  for (const { clientKey, publishedBy, content } of library) {
    if (publishedBy === null) continue;
    const stored = await ground.list('Library').get(clientKey);
    if (!stored?.eTag) throw new Error(`"${content.title}" has not arrived in SharePoint.`);
    const user: User = {
      tenantId: ground.tenantId,
      userId: featuredId(publishedBy),
      roles: ['Champion'],
    };
    await ground.publish(ground.programme, clientKey, stored.eTag, user);
  }
}

function draftOf(programme: Programme, authorId: string) {
  return {
    status: 'draft' as const,
    authorId,
    authorName: null,
    importedBy: null,
    sourceUrl: null,
    reviewOn: null,
    version: 0,
    programmeKey: programme.clientKey,
  };
}

function feedbackItems({ programme, now }: ListsGround) {
  return feedback.map(({ request, reporter, state, hoursAgo }) => {
    const submittedAt = new Date(now.getTime() - hoursAgo * 3_600_000);
    const { clientKey, named, ...told } = request;
    const reporterId = featuredId(reporter);
    // Who gives no name leaves no id: the list holds a pseudonym made for this one item.
    const shown = named ? reporterId : sampleKey(`pseudonym ${clientKey}`);
    return {
      clientKey,
      actorId: shown,
      fields: feedbackFields({
        ...told,
        named,
        reporter: shown,
        state,
        submittedAt: submittedAt.toISOString(),
        dueOn: responseDueOn(request, submittedAt, programme.timeZone),
        programmeKey: programme.clientKey,
      }),
    };
  });
}
