import {
  canDecideAt,
  canLookBack,
  type Checkpoint,
  type CheckpointDecision,
  type DecideRequest,
  type LookBackRequest,
} from '@last-mile/shared/checkpoints';
import { issueAt } from '@last-mile/shared/issue';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../auth/auditTrail';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import { editAsRead, requireAsRead } from '../../http/editAsRead';
import { publicKeyOf } from '../../http/publicKey';
import { InvalidRequest, NotFound, RuleRefused } from '../../http/refusals';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { decisionFields, lookBackFields, toDecision, type DecisionRecord } from './decisionsList';

export interface DecisionsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
  /** The checkpoints of a programme that were taken. */
  readonly takenOf: (programme: Programme) => Promise<readonly Checkpoint[]>;
  /** Whether something can be handed to a person; throws Unavailable. */
  readonly isInProgramme: (programme: Programme, userId: string) => Promise<boolean>;
  readonly now: () => Date;
}

/** What was decided at checkpoints. A decision is made once, and looked back at once. */
export interface Decisions {
  /** In the order of their checkpoints, the first due first. */
  of(programme: Programme): Promise<CheckpointDecision[]>;
  /** Commits a decision under its key; sent again it is known. It reaches SharePoint later. */
  decide(programme: Programme, request: DecideRequest, user: User): Promise<CheckpointDecision>;
  /** Says what came of it; throws Conflict with the decision as it is. */
  lookBack(
    programme: Programme,
    clientKey: string,
    request: LookBackRequest,
    user: User,
  ): Promise<CheckpointDecision>;
}

interface Found {
  readonly stored: StoredItem;
  readonly decision: DecisionRecord;
}

export function createDecisions(dependencies: DecisionsDependencies): Decisions {
  const { database, list, names, takenOf, isInProgramme, now } = dependencies;

  async function foundIn({ clientKey }: Programme): Promise<Found[]> {
    return (await list.all())
      .filter(({ fields }) => fields['ProgrammeKey'] === clientKey)
      .flatMap((stored) => {
        const decision = toStored(stored);
        return decision === null ? [] : { stored, decision };
      })
      .sort(
        ({ decision: one }, { decision: other }) =>
          one.day - other.day || one.dueOn.localeCompare(other.dueOn),
      );
  }

  async function shown(decisions: readonly DecisionRecord[]): Promise<CheckpointDecision[]> {
    const known = await names.of(decisions.map(({ ownerId }) => ownerId));
    return decisions.map((decision) => ({
      ...decision,
      ownerName: known.get(decision.ownerId) ?? null,
    }));
  }

  async function shownOne(decision: DecisionRecord): Promise<CheckpointDecision> {
    const [one] = await shown([decision]);
    if (!one) throw new Error('A decision that was made cannot be shown.');
    return one;
  }

  return {
    of: async (programme) => shown((await foundIn(programme)).map(({ decision }) => decision)),

    async decide(programme, { clientKey, ...made }, user) {
      const known = await list.get(clientKey);
      if (!known) {
        const decision = canDecideAt(made, await takenOf(programme));
        if (!decision.allowed) throw new RuleRefused(decision.reason);
        const mayOwn =
          made.ownerId === programme.sponsorId || (await isInProgramme(programme, made.ownerId));
        if (!mayOwn) throw new InvalidRequest([issueAt('ownerId', 'notInProgramme')]);
        const actorId = user.userId;
        const fields = decisionFields(made, programme.clientKey);
        await database.transaction(async (tx) => {
          const outcome = await list.append(tx, { clientKey, actorId, fields });
          if (outcome === 'known') return;
          await recordAudit(tx, {
            ...{ at: now(), actorId, action: 'checkpoint.decided' },
            ...{ subject: clientKey.toLowerCase(), programmeKey: programme.clientKey },
          });
        });
      }
      const found = (await foundIn(programme)).find(
        ({ decision }) => decision.clientKey === clientKey.toLowerCase(),
      );
      // The key belongs to something else, or to what is gone.
      if (!found || !isSame(found.decision, made)) throw new RuleRefused('keyReused');
      return shownOne(found.decision);
    },

    async lookBack(programme, clientKey, { eTag, ...said }, user) {
      const found = (await foundIn(programme)).find(
        ({ decision }) => decision.clientKey === clientKey,
      );
      if (!found) throw new NotFound('There is no such decision.');
      const { stored, decision } = found;
      await requireAsRead(decision, eTag, shownOne);
      const allowed = canLookBack(decision, said.day, await takenOf(programme));
      if (!allowed.allowed) throw new RuleRefused(allowed.reason);
      const actorId = user.userId;
      const fields = lookBackFields(said);
      const written = await editAsRead(
        list,
        stored.clientKey,
        eTag,
        { actorId, fields },
        (item) => {
          const current = toStored(item);
          return current && shownOne(current);
        },
      );
      await recordAudit(database, {
        ...{ at: now(), actorId, action: 'checkpoint.lookedBack' },
        ...{ subject: clientKey, programmeKey: programme.clientKey },
        details: { day: said.day, result: said.result },
      });
      const saved = toStored(written);
      if (saved === null) throw new Error('A decision that was written cannot be read.');
      return shownOne(saved);
    },
  };
}

/** Whether a decision says what one that came before under its key said. */
function isSame(kept: DecisionRecord, sent: Omit<DecideRequest, 'clientKey'>): boolean {
  const said = ({ day, rule, change, ownerId, dueOn }: Omit<DecideRequest, 'clientKey'>) =>
    JSON.stringify([day, rule, change, ownerId, dueOn]);
  return said(kept) === said(sent);
}

const toStored = (stored: StoredItem) =>
  toDecision(publicKeyOf('CheckpointDecisions', stored.clientKey), stored);
