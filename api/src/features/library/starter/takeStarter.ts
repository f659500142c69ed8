import type { LibraryContent, StarterRequest, StarterResponse } from '@last-mile/shared/library';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { v5 } from 'uuid';
import { recordAudit } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import type { ListStore } from '../../../sync/storedItem';
import { toContent } from '../libraryList';
import { addDrafts, type NewDraft } from '../newDrafts';
import { checkOwnWords, type OwnTasks } from '../ownWords';
import { starterLibrary } from './starterLibrary';

export interface StarterDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly tasksOf: OwnTasks;
  readonly now: () => Date;
}

/** Names in this space are a programme and the kind and title of an item of the starter library. */
const starterItems = '8a1f6f0a-53c1-5d8e-9b64-0f4d2c7be311';

/**
 * Adds the starter library to a programme, on request: as drafts that somebody else reviews, without
 * what is there already, and in the programme's words for its work. Asked again it adds nothing.
 */
export function createStarter({ database, list, tasksOf, now }: StarterDependencies) {
  return async function takeStarter(
    { families, tasks = [], jobFamilies = [] }: StarterRequest,
    programme: Programme,
    user: User,
  ): Promise<StarterResponse> {
    await checkOwnWords({ tasks, jobFamilies }, programme, tasksOf);
    const wanted = starterLibrary.filter(
      ({ content }) =>
        content.jobFamilies.length === 0 ||
        families.some((family) => content.jobFamilies.includes(family)),
    );
    const there = new Set(
      (await list.all()).map(({ fields }) => wordsOf(toContent(fields).content)),
    );
    const missing = wanted
      .filter(({ content }) => !there.has(wordsOf(content)))
      .map(({ content, task }): NewDraft => ({
        clientKey: keyOf(programme, content),
        content: {
          ...content,
          taskKey: tasks.find(({ from }) => from === task)?.to.toLowerCase() ?? null,
          jobFamilies: familiesOf(programme, content, jobFamilies),
        },
        record: {
          programmeKey: programme.clientKey,
          origin: 'starter',
          importedBy: user.userId,
        },
      }));
    const added = await database.transaction(async (tx) => {
      const { length: accepted } = await addDrafts(tx, list, user.userId, missing);
      await recordAudit(tx, {
        at: now(),
        actorId: user.userId,
        action: 'library.starterTaken',
        subject: programme.clientKey,
        programmeKey: programme.clientKey,
        details: { added: accepted, known: wanted.length - accepted },
      });
      return accepted;
    });
    return { added, known: wanted.length - added };
  };
}

const keyOf = ({ clientKey }: Programme, { kind, title }: LibraryContent) =>
  v5(JSON.stringify([clientKey, kind, title]), starterItems);

const wordsOf = ({ kind, title, body }: LibraryContent) => JSON.stringify([kind, title, body]);

/** What the item's job families are here: as was said, else the programme's own of the same id. */
function familiesOf(
  programme: Programme,
  content: LibraryContent,
  said: NonNullable<StarterRequest['jobFamilies']>,
): string[] {
  const here = content.jobFamilies.flatMap((family) => {
    const known = said.find(({ from }) => from === family);
    if (known) return known.to ?? [];
    return programme.jobFamilies.some(({ id }) => id === family) ? family : [];
  });
  return [...new Set(here)];
}
