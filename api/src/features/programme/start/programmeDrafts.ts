import {
  canStart,
  gapsInDraft,
  type DiscardDraftRequest,
  type Programme,
  type ProgrammeDraft,
  type ProgrammeDraftResponse,
  type ProgrammeDraftsResponse,
  type SaveDraftRequest,
  type StartProgrammeRequest,
} from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../../auth/auditTrail';
import type { Names } from '../../../auth/names';
import type { Database } from '../../../db/database';
import { asRead, editAsRead, requireAsRead } from '../../../http/editAsRead';
import { publicKeyOf } from '../../../http/publicKey';
import { NotFound, RuleRefused } from '../../../http/refusals';
import { beforeDelivery } from '../../../sync/eTag';
import type { ListStore, StoredItem } from '../../../sync/storedItem';
import type { Programmes } from '../programmes';
import { draftFields, toDraft } from './draftsList';
import { lookUpForShowing, type LookUpDraft } from './knownOfDraft';
import { startedFields } from './startedProgramme';

export interface ProgrammeDraftsDependencies {
  readonly database: Database;
  readonly drafts: ListStore;
  readonly list: ListStore;
  readonly programmes: Pick<Programmes, 'all'>;
  readonly lookUp: LookUpDraft;
  readonly names: Names;
  readonly now: () => Date;
}

/**
 * Programmes while they are set up: seen only by who began them and by the owner they name. Starting
 * is one write, of the programme under its draft's key: a draft is started once there is such a
 * programme, so that nothing lies between the two.
 */
export interface ProgrammeDrafts {
  list(user: User): Promise<ProgrammeDraftsResponse>;
  /** Writes the draft as it shall be; throws Conflict with the draft as it is. */
  save(request: SaveDraftRequest, user: User): Promise<ProgrammeDraftResponse>;
  /**
   * Deletes the draft as it was read and answers what is left, as it does to the same person sent again.
   * Throws Conflict with the draft as it is, or RuleRefused where its programme started.
   */
  discard(
    clientKey: string,
    request: DiscardDraftRequest,
    user: User,
  ): Promise<ProgrammeDraftsResponse>;
  /**
   * Starts the programme as its draft was read; sent again it answers the same programme. Throws
   * RuleRefused with what is missing first, Conflict, or Unavailable where nobody can check now.
   */
  start(clientKey: string, request: StartProgrammeRequest, user: User): Promise<Programme>;
}

export function createProgrammeDrafts(dependencies: ProgrammeDraftsDependencies): ProgrammeDrafts {
  const { database, drafts, list, programmes, lookUp, names, now } = dependencies;

  const keyOf = ({ clientKey }: StoredItem) => publicKeyOf('ProgrammeDrafts', clientKey);

  async function show(stored: StoredItem): Promise<ProgrammeDraftResponse> {
    const draft = toDraft(stored.fields);
    const draftedBy = authorOf(stored);
    const { known, group } = await lookUpForShowing(lookUp, draft, now());
    const named = [draftedBy, draft.ownerId, draft.sponsorId, ...draft.deputyIds];
    const found = await names.of(named.filter((userId) => userId !== null));
    return {
      ...{ clientKey: keyOf(stored), eTag: stored.eTag, draft, draftedBy, group },
      gaps: gapsInDraft(draft, known),
      people: [...found].map(([userId, name]) => ({ userId, name, jobTitle: null })),
      savedAt: stored.modifiedAt,
    };
  }

  async function startedAs(clientKey: string): Promise<Programme | undefined> {
    return (await programmes.all()).find((programme) => programme.clientKey === clientKey);
  }

  async function find(clientKey: string): Promise<StoredItem | undefined> {
    return (await drafts.all()).find((stored) => keyOf(stored) === clientKey);
  }

  /** The draft for who may see it; another's is as good as none. */
  async function findFor(clientKey: string, user: User): Promise<StoredItem> {
    const stored = await find(clientKey);
    if (!stored || !maySee(stored, user)) throw new NotFound(noSuchDraft);
    return stored;
  }

  async function begin(clientKey: string, draft: ProgrammeDraft, user: User): Promise<StoredItem> {
    const actorId = user.userId;
    await database.transaction((tx) =>
      drafts.append(tx, {
        ...{ clientKey, actorId },
        fields: { ...draftFields(draft), DraftedBy: actorId },
      }),
    );
    // The key was that of a draft which somebody deleted in SharePoint.
    const stored = await find(clientKey);
    if (!stored) throw new RuleRefused('keyReused');
    return stored;
  }

  async function change(
    stored: StoredItem,
    { eTag, draft }: SaveDraftRequest,
    { userId: actorId }: User,
  ): Promise<StoredItem> {
    const read = eTag ?? beforeDelivery;
    await requireAsRead(stored, read, show);
    const fields = draftFields(draft);
    return editAsRead(drafts, stored.clientKey, read, { actorId, fields }, show);
  }

  async function openFor(user: User): Promise<ProgrammeDraftsResponse> {
    const started = new Set((await programmes.all()).map(({ clientKey }) => clientKey));
    const open = (await drafts.all())
      .filter((stored) => maySee(stored, user) && !started.has(keyOf(stored)))
      .sort((one, other) => other.modifiedAt.localeCompare(one.modifiedAt));
    return { drafts: await Promise.all(open.map(show)) };
  }

  /** Whether this person discarded it before: the audit trail remembers what SharePoint forgot. */
  async function hasDiscarded(clientKey: string, { userId }: User): Promise<boolean> {
    const acts = await database.query(
      `SELECT FROM audit_trail
        WHERE action = 'programme.draftDiscarded' AND actor_id = $1 AND subject = $2 LIMIT 1`,
      [userId, clientKey],
    );
    return acts.length > 0;
  }

  return {
    list: openFor,

    async save(request, user) {
      const clientKey = request.clientKey.toLowerCase();
      const stored = await find(clientKey);
      if (!stored) return show(await begin(clientKey, request.draft, user));
      if (!maySee(stored, user)) throw new RuleRefused('keyReused');
      if (await startedAs(clientKey)) throw new RuleRefused('programmeStarted');
      return show(await change(stored, request, user));
    },

    async discard(clientKey, { eTag }, user) {
      const stored = await find(clientKey);
      if (!stored && (await hasDiscarded(clientKey, user))) return openFor(user);
      if (!stored || !maySee(stored, user)) throw new NotFound(noSuchDraft);
      if (await startedAs(clientKey)) throw new RuleRefused('programmeStarted');
      await requireAsRead(stored, eTag, show);
      await asRead(() => drafts.removeAsRead(stored.clientKey, eTag), show);
      await recordAudit(database, {
        ...{ at: now(), actorId: user.userId, action: 'programme.draftDiscarded' },
        ...{ subject: clientKey, programmeKey: null },
      });
      return openFor(user);
    },

    async start(clientKey, { eTag }, user) {
      const stored = await findFor(clientKey, user);
      const known = await startedAs(clientKey);
      if (known) return known;
      await requireAsRead(stored, eTag, show);
      const draft = toDraft(stored.fields);
      const decision = canStart(draft, (await lookUp(draft)).known);
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      const actorId = user.userId;
      await database.transaction(async (tx) => {
        const fields = startedFields(draft);
        const outcome = await list.append(tx, { clientKey, actorId, fields });
        if (outcome === 'accepted') {
          await recordAudit(tx, {
            ...{ at: now(), actorId, action: 'programme.started', subject: clientKey },
            programmeKey: clientKey,
          });
        }
      });
      const started = await startedAs(clientKey);
      // Somebody deleted it in SharePoint since: it is not brought back behind their back.
      if (!started) throw new RuleRefused('programmeDeleted');
      return started;
    },
  };
}

const noSuchDraft = 'There is no such draft.';

const authorOf = ({ fields }: StoredItem) => String(fields['DraftedBy'] ?? '');

const maySee = (stored: StoredItem, { userId }: User) =>
  authorOf(stored) === userId || stored.fields['OwnerId'] === userId;
