import { randomUUID } from 'node:crypto';
import type { DoneIn, Erasure, ErasureResponse } from '@last-mile/shared/privacy';
import type { CalendarDay } from '@last-mile/shared/calendar';
import { ofItself, recordAudit } from '../../auth/auditTrail';
import { somebodyErased } from '../../auth/somebodyErased';
import type { Database, Transaction } from '../../db/database';
import { RuleRefused } from '../../http/refusals';
import { oneAtATime } from '../../sync/oneAtATime';
import type { ListStores } from '../../sync/listStores';
import { countHeld, eraseFromLists, eraseFromTables } from './erase';
import { rememberedFields, toRemembered, type RememberedErasure } from './erasuresList';
import { digestsIn, digestsText, marksOf, type Digests, type Unnamed } from './marks';

export interface ErasuresDependencies {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly digestsOf: (userId: string) => Digests;
  readonly unnamed: Unnamed;
  /** Names of programmes that run and are owned or sponsored by the person. */
  readonly answersFor: (userId: string) => Promise<readonly string[]>;
  /** The Monday from which use counts again, wherever the person is a member. */
  readonly nextWeek: (now: Date) => Promise<CalendarDay>;
  /** Object ids that the deployment may hold something of. */
  readonly knownPeople: () => Promise<readonly string[]>;
  readonly usage: {
    rememberErased(tx: Transaction, digest: Buffer, countsFrom: CalendarDay): Promise<void>;
    endMemberships(tx: Transaction, subjectId: string, countsFrom: CalendarDay): Promise<void>;
  };
  /** For how long an erasure is remembered; older ones are not done again. */
  readonly rememberedDays: number;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/** Erases people, for good and also after a database was restored (docs/decisions/0045). */
export interface Erasures {
  /** How the last erasure of a person stands, and what is in the way of one. */
  of(userId: string): Promise<ErasureResponse>;
  /**
   * Takes the wish down; what it asks for is done from then on, whatever stops. The same key again changes
   * nothing, and neither does a second wish while one is under way. Throws RuleRefused.
   */
  ask(userId: string, clientKey: string, actorId: string): Promise<ErasureResponse>;
  /** Does what was asked for and is not done; throws nothing: what fails is tried again next time. */
  readonly resume: (() => Promise<void>) & { idle(): Promise<void> };
}

interface ErasureRow {
  readonly clientKey: string;
  readonly askedAt: Date;
  readonly doneAt: Date | null;
  readonly countsFrom: string;
  readonly done: DoneIn[];
}

interface UnderWay extends ErasureRow {
  readonly userId: string | null;
  readonly digests: unknown;
  readonly standIn: string;
  readonly again: boolean;
}

const columns = `erasure_key AS "clientKey", asked_at AS "askedAt", done_at AS "doneAt",
  counts_from::text AS "countsFrom", done`;
/** What somebody does at the very moment of an erasure is looked for again so often. */
const mostRounds = 3;

export function createErasures(dependencies: ErasuresDependencies): Erasures {
  const { database, lists, digestsOf, unnamed, answersFor, nextWeek, now } = dependencies;
  const { knownPeople, usage, rememberedDays, onError } = dependencies;

  const personOf = (digests: Digests) => digests['usage subjects'];

  async function of(userId: string): Promise<ErasureResponse> {
    const [row] = await database.query<ErasureRow>(
      `SELECT ${columns} FROM erasure WHERE person = $1 ORDER BY asked_at DESC LIMIT 1`,
      [personOf(digestsOf(userId))],
    );
    return { erasure: row ? toErasure(row) : null, blockedBy: [...(await answersFor(userId))] };
  }

  /** Answers whether it is new. */
  async function takeDown(
    tx: Transaction,
    { clientKey, digests, askedAt, countsFrom }: RememberedErasure,
    userId: string | null,
    again: boolean,
  ): Promise<boolean> {
    const rows = await tx.query(
      `INSERT INTO erasure
         (erasure_key, person, user_id, digests, stand_in, asked_at, counts_from, again)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT DO NOTHING RETURNING 1`,
      [
        ...[clientKey, personOf(digests), userId, digestsText(digests), randomUUID()],
        ...[askedAt, countsFrom, again],
      ],
    );
    if (rows.length === 0) return false;
    await usage.rememberErased(tx, personOf(digests), countsFrom);
    return true;
  }

  async function ask(userId: string, clientKey: string, actorId: string) {
    const before = await of(userId);
    const [same] = await database.query<{ person: Buffer }>(
      'SELECT person FROM erasure WHERE erasure_key = $1',
      [clientKey],
    );
    const digests = digestsOf(userId);
    if (same) {
      if (!same.person.equals(personOf(digests))) throw new RuleRefused('keyReused');
      return before;
    }
    if (before.erasure !== null && before.erasure.doneAt === null) return before;
    if (before.blockedBy.length > 0) throw new RuleRefused('handOverFirst');
    const at = now();
    const erasure: RememberedErasure = {
      ...{ clientKey: clientKey.toLowerCase(), digests, askedAt: at.toISOString() },
      countsFrom: await nextWeek(at),
    };
    await database.transaction(async (tx) => {
      if (!(await takeDown(tx, erasure, userId, false))) return;
      await lists.Erasures.append(tx, {
        ...{ clientKey, actorId: somebodyErased, fields: rememberedFields(erasure) },
      });
      await recordAudit(tx, {
        // Who asks for themselves would stand in the trail as somebody who was erased.
        ...{ at, actorId: actorId === userId ? somebodyErased : actorId },
        ...{ action: 'privacy.erasureAsked', subject: clientKey, programmeKey: null },
        details: { own: actorId === userId },
      });
    });
    return of(userId);
  }

  /** Of a database that was restored: what SharePoint remembers and it does not is done again. */
  async function takeUpRemembered(): Promise<void> {
    const oldest = new Date(now().getTime() - rememberedDays * 86_400_000).toISOString();
    const remembered = (await lists.Erasures.all())
      .flatMap((item) => toRemembered(item) ?? [])
      .filter(({ askedAt }) => askedAt >= oldest);
    if (remembered.length === 0) return;
    const known = await database.query<{ key: string }>('SELECT erasure_key AS key FROM erasure');
    const keys = new Set(known.map(({ key }) => key));
    const forgotten = remembered.filter(({ clientKey }) => !keys.has(clientKey.toLowerCase()));
    if (forgotten.length === 0) return;
    const userIds = new Map(
      (await knownPeople()).map((userId) => [personOf(digestsOf(userId)).toString('hex'), userId]),
    );
    for (const erasure of forgotten.toSorted((a, b) => a.askedAt.localeCompare(b.askedAt))) {
      const userId = userIds.get(personOf(erasure.digests).toString('hex')) ?? null;
      await database.transaction((tx) => takeDown(tx, erasure, userId, true));
    }
  }

  async function carryOut(given: UnderWay): Promise<void> {
    const digests = digestsIn(given.digests);
    if (digests === null) throw new Error('The digests of an erasure cannot be read.');
    const { clientKey, standIn, userId, countsFrom } = given;
    const until = given.again ? given.askedAt : null;
    for (let round = 1; round <= mostRounds; round += 1) {
      const marks = await marksOf(database, { userId, digests }, unnamed);
      if (given.done.length === 0 && round === 1) {
        const found = await countHeld({ database, lists }, marks);
        await database.query('UPDATE erasure SET done = $2 WHERE erasure_key = $1', [
          ...[clientKey, JSON.stringify(found)],
        ]);
      }
      // Lists first: what leads to the person in them is found through the tables.
      if (!(await eraseFromLists(lists, marks, standIn, until))) continue;
      const from = given.again ? countsFrom : latestOf(countsFrom, await nextWeek(now()));
      const isDone = await database.transaction(async (tx) => {
        // Another instance may have been faster.
        const [open] = await tx.query(
          'SELECT FROM erasure WHERE erasure_key = $1 AND done_at IS NULL FOR UPDATE',
          [clientKey],
        );
        if (!open) return true;
        const latest = await marksOf(tx, { userId, digests }, unnamed);
        if (latest.receipts.size > marks.receipts.size) return false;
        const [waiting] = await tx.query(
          `SELECT FROM outbox WHERE state <> 'delivered' AND actor_id = ANY ($1) LIMIT 1`,
          [latest.actors.filter((actor) => actor !== latest.subjectId)],
        );
        if (waiting) return false;
        // Until now they counted as before, which may have been shown.
        await usage.rememberErased(tx, personOf(digests), from);
        if (latest.subjectId !== null) await usage.endMemberships(tx, latest.subjectId, from);
        await eraseFromTables(tx, latest, standIn);
        await tx.query(
          `UPDATE erasure SET done_at = $2, counts_from = $3,
                  user_id = NULL, digests = NULL, stand_in = NULL
            WHERE erasure_key = $1`,
          [clientKey, now(), from],
        );
        await recordAudit(tx, {
          ...{ at: now(), actorId: ofItself, action: 'privacy.erased', subject: clientKey },
          programmeKey: null,
        });
        return true;
      });
      if (isDone) return;
    }
  }

  return {
    of,
    ask,
    resume: oneAtATime(async () => {
      try {
        await takeUpRemembered();
        const waiting = await database.query<UnderWay>(
          `SELECT ${columns}, user_id AS "userId", digests, stand_in AS "standIn", again FROM erasure
            WHERE done_at IS NULL ORDER BY asked_at`,
        );
        for (const erasure of waiting) await carryOut(erasure).catch(onError);
      } catch (error) {
        onError(error);
      }
    }),
  };
}

/** Of two days. */
const latestOf = (one: CalendarDay, other: CalendarDay) => (one > other ? one : other);

function toErasure({ clientKey, askedAt, doneAt, countsFrom, done }: ErasureRow): Erasure {
  return {
    ...{ clientKey, countsFrom, done },
    askedAt: askedAt.toISOString(),
    doneAt: doneAt?.toISOString() ?? null,
  };
}
