import {
  canPublish,
  checkStandards,
  findingSentence,
  type LibraryContent,
  type StandardId,
} from '@last-mile/shared/library';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../auth/auditTrail';
import type { Database, Transaction } from '../../db/database';
import { Conflict, RuleRefused } from '../../http/refusals';
import type { Fields } from '../../sync/listDefinition';
import {
  ListConflict,
  ListItemGone,
  ListUnavailable,
  type ListStore,
  type StoredItem,
} from '../../sync/storedItem';
import { toContent } from './libraryList';
import { dropRetirement, dropWriters, putRetirement } from './ownRecords';
import { reviewDay } from './reviewDay';
import { canonical, type Seals } from './seals';
import type { SanitiseTemplate } from './sanitiseTemplate';
import type { ShownItem } from './shownItem';

/**
 * What changes what members see, as the item stood at `eTag`: SharePoint is told with If-Match, then
 * PostgreSQL remembers it. Dying in between loses nothing: {@link Publications.resume} finishes it.
 */
export interface Publications {
  /** Approves the text and seals it, if it meets the standards that the programme requires. */
  publish(shown: ShownItem, eTag: string, user: User, terms: PublicationTerms): Promise<void>;
  /** Takes an approved item out of use. */
  retire(shown: ShownItem, eTag: string, user: User): Promise<void>;
  /** Brings it back, with the text that was approved. */
  reinstate(shown: ShownItem, eTag: string, user: User): Promise<void>;
  /** Finishes what a stopped process began; answers how many were. */
  resume(): Promise<number>;
}

/** What the programme asks of every publication. */
interface PublicationTerms {
  /** The prompt standards without which nothing is published. */
  readonly required: readonly StandardId[];
  readonly reviewAfterDays: number;
}

export interface PublicationDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly seals: Seals;
  readonly sanitise: SanitiseTemplate;
  readonly now: () => Date;
}

interface Intent {
  act: 'publish' | 'retire' | 'reinstate';
  clientKey: string;
  version: number;
  eTag: string;
  content: LibraryContent;
  fields: Fields;
  approvedBy: string;
  approvedAt: string;
  mayWrite: boolean;
}

const audited = {
  publish: 'library.published',
  retire: 'library.retired',
  reinstate: 'library.reinstated',
} as const;

/** Each needs two writes, so it is kept as an intent between them (design 3). */
export function createPublications(dependencies: PublicationDependencies): Publications {
  const { database, list, seals, sanitise, now } = dependencies;

  async function toPublish(
    shown: ShownItem,
    eTag: string,
    user: User,
    afterDays: number,
  ): Promise<Intent> {
    const { current, record, stored, item } = shown;
    const body = current.kind === 'template' ? await sanitise(current.body) : current.body;
    const approvedAt = now();
    const version = Math.max(item.version, record.version) + 1;
    return {
      act: 'publish',
      clientKey: stored.clientKey,
      version,
      eTag,
      content: { ...current, body },
      fields: {
        Status: 'published',
        Version: version,
        ReviewOn: reviewDay(approvedAt, afterDays),
        ReturnNote: null,
        ReturnedBy: null,
        // What was taken out of a template is taken out of the list too, or it would be a proposal.
        ...(body === current.body ? {} : { Body: body }),
      },
      approvedBy: user.userId,
      approvedAt: approvedAt.toISOString(),
      mayWrite: true,
    };
  }

  /** Says in SharePoint whether the approved text is in use; the text there stays as it is. */
  function toUse(
    act: 'retire' | 'reinstate',
    { current, stored, item }: ShownItem,
    eTag: string,
    user: User,
  ): Intent {
    return {
      act,
      clientKey: stored.clientKey,
      version: item.version,
      eTag,
      content: current,
      fields: { Status: act === 'retire' ? 'retired' : 'published' },
      approvedBy: user.userId,
      approvedAt: now().toISOString(),
      mayWrite: true,
    };
  }

  async function write(intent: Intent) {
    try {
      await list.edit(intent.clientKey, intent.eTag, {
        actorId: intent.approvedBy,
        fields: intent.fields,
      });
      await remember(intent);
    } catch (error) {
      // A conflict may be our own earlier write, whose answer nobody received.
      if (error instanceof ListConflict && isDone(intent, error.current)) {
        await remember(intent);
        return;
      }
      if (error instanceof ListUnavailable) await keepForLookingUp(database, intent);
      else await forget(database, intent.clientKey);
      throw error;
    }
  }

  async function remember(intent: Intent) {
    const { act, clientKey, version, approvedBy, approvedAt } = intent;
    const programmeKey = (await list.get(clientKey))?.fields['ProgrammeKey'];
    await database.transaction(async (tx) => {
      if (act === 'publish') {
        await seals.put(tx, clientKey, intent);
        await dropWriters(tx, clientKey);
      } else if (act === 'retire') {
        await putRetirement(tx, clientKey, approvedBy, approvedAt);
      } else {
        await dropRetirement(tx, clientKey);
      }
      await seals.tell(tx, clientKey);
      // Two may finish the same act; it happened once.
      if (!(await forget(tx, clientKey))) return;
      await recordAudit(tx, {
        at: now(),
        actorId: approvedBy,
        action: audited[act],
        subject: clientKey,
        programmeKey: typeof programmeKey === 'string' ? programmeKey : null,
        details: { version },
      });
    });
    seals.committed();
  }

  /** Settles what is unfinished; true when it is done now. */
  async function settle(intent: Intent): Promise<boolean> {
    const stored = await list.get(intent.clientKey);
    if (stored && isDone(intent, stored)) {
      await remember(intent);
      return true;
    }
    if (!intent.mayWrite) {
      // The replica hears of a write within a minute; after ten it did not happen.
      const age = now().getTime() - new Date(intent.approvedAt).getTime();
      if (age > 10 * 60_000) await forget(database, intent.clientKey);
      return false;
    }
    try {
      await write(intent);
      return true;
    } catch (error) {
      const settled =
        error instanceof ListConflict ||
        error instanceof ListItemGone ||
        error instanceof ListUnavailable;
      if (settled) return false;
      throw error;
    }
  }

  /** One act on an item at a time: an unfinished one is settled before the next begins. */
  async function settleEarlier(clientKey: string) {
    const earlier = (await unfinished(database)).find((one) => one.clientKey === clientKey);
    if (!earlier || !(await settle(earlier))) return;
    const current = await list.get(clientKey);
    throw current ? new ListConflict(current) : new ListItemGone();
  }

  async function carryOut(intent: Intent) {
    await settleEarlier(intent.clientKey);
    await keep(database, intent);
    await write(intent);
  }

  return {
    async publish(shown, eTag, user, { required, reviewAfterDays }) {
      const decision = canPublish(shown.item, user);
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      refuseUnmet(shown.current, required);
      if (!shown.complete) throw new RuleRefused('incompleteText');
      if (shown.item.eTag !== eTag) throw new Conflict(shown.item);
      await carryOut(await toPublish(shown, eTag, user, reviewAfterDays));
    },

    retire: (shown, eTag, user) => carryOut(toUse('retire', shown, eTag, user)),
    reinstate: (shown, eTag, user) => carryOut(toUse('reinstate', shown, eTag, user)),

    async resume() {
      let sealed = 0;
      for (const intent of await unfinished(database)) {
        if (await settle(intent)) sealed += 1;
      }
      return sealed;
    },
  };
}

/** What a champion switched on holds for every champion; the other standards only advise. */
function refuseUnmet(content: LibraryContent, required: readonly StandardId[]) {
  const unmet = checkStandards(content).filter(({ standard }) => required.includes(standard));
  if (unmet.length === 0) return;
  throw new RuleRefused(
    'standardsNotMet',
    unmet.map((finding) => ({
      ...{ path: finding.field, code: finding.reason, message: findingSentence(finding) },
    })),
  );
}

/** Whether SharePoint holds exactly what was to be written. */
function isDone(intent: Intent, stored: StoredItem): boolean {
  return (
    stored.fields['Status'] === intent.fields['Status'] &&
    stored.fields['Version'] === intent.version &&
    stored.fields['ActorId'] === intent.approvedBy &&
    canonical(toContent(stored.fields).content) === canonical(intent.content)
  );
}

async function keep(database: Database, intent: Intent) {
  await database.query(
    `INSERT INTO library_publication
       (client_key, version, e_tag, content, fields, approved_by, approved_at, act)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
     ON CONFLICT (client_key) DO UPDATE SET
       act = excluded.act, version = excluded.version, e_tag = excluded.e_tag, content = excluded.content,
       fields = excluded.fields, approved_by = excluded.approved_by,
       approved_at = excluded.approved_at, may_write = true`,
    [
      intent.clientKey,
      intent.version,
      intent.eTag,
      canonical(intent.content),
      JSON.stringify(intent.fields),
      intent.approvedBy,
      intent.approvedAt,
      intent.act,
    ],
  );
}

async function keepForLookingUp(database: Database, { clientKey }: Intent) {
  await database.query('UPDATE library_publication SET may_write = false WHERE client_key = $1', [
    clientKey,
  ]);
}

async function forget(tx: Transaction, clientKey: string): Promise<boolean> {
  const gone = await tx.query(
    'DELETE FROM library_publication WHERE client_key = $1 RETURNING client_key',
    [clientKey],
  );
  return gone.length > 0;
}

async function unfinished(database: Database): Promise<Intent[]> {
  const rows = await database.query<
    Omit<Intent, 'content' | 'approvedAt'> & { content: string; approvedAt: Date }
  >(
    `SELECT client_key AS "clientKey", version, e_tag AS "eTag", content, fields,
            approved_by AS "approvedBy", approved_at AS "approvedAt", may_write AS "mayWrite", act
       FROM library_publication ORDER BY approved_at`,
  );
  return rows.map((row) => ({
    ...row,
    content: JSON.parse(row.content) as LibraryContent,
    approvedAt: row.approvedAt.toISOString(),
  }));
}
