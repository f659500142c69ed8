import {
  canReachOut,
  coachedPeople,
  comeBacksOf,
  quietSince,
  toldOptOuts,
  type CoachedFor,
  type CoachingFacts,
  type CoachingResponse,
  type Outreach,
  type OutreachOutcomeRequest,
  type OutreachRequest,
} from '@last-mile/shared/coaching';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import { recordAudit } from '../../auth/auditTrail';
import type { GroupMember } from '../../auth/people';
import type { Database } from '../../db/database';
import { editAsRead, requireAsRead } from '../../http/editAsRead';
import { NotFound, RuleRefused } from '../../http/refusals';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { createCoachingChoices } from './coachingChoices';
import { outcomeFields, outreachFields } from './coachingList';
import { takeTurn } from './coachingTurns';
import { createReadReached, toKept, type KeptOutreach } from './outreaches';

/** What coaching asks of other features; only ever of people who did not opt out. */
export interface CoachedFacts {
  of(
    programme: Programme,
    userIds: readonly string[],
  ): Promise<Pick<CoachingFacts, 'members' | 'beginnings' | 'badExperiences'>>;
  /** When they used something since then; who did not is absent. */
  usesSince(userIds: readonly string[], since: Date): Promise<ReadonlyMap<string, readonly Date[]>>;
}

export interface CoachingDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly facts: CoachedFacts;
  /** Everybody in the programme's group; throws Unavailable. */
  readonly membersOf: (programme: Programme) => Promise<ReadonlyMap<string, GroupMember>>;
  readonly jobFamilyOf: (programme: Programme, member: GroupMember) => Promise<string | null>;
  /** Stands in for a person on the list; it leads to nobody without its key. */
  readonly pseudonymOf: (userId: string) => string;
  /** When the list was last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** Somebody who is to hear in Teams that they were reached out to. */
interface CoachingNews {
  readonly userId: string;
  readonly outreachKey: string;
  readonly at: string;
}

/** Whom it may help to talk to. For owner and deputies only: nothing of it is anybody else's. */
export interface Coaching {
  list(programme: Programme): Promise<CoachingResponse>;
  /** How many people may be reached out to now, by reason; nobody's name. */
  toCoach(programme: Programme): Promise<ReadonlyMap<CoachedFor, number>>;
  /**
   * Commits under its key that somebody on the list is reached out to; sent again it is known. Throws
   * RuleRefused for who is not on it, whether or not they opted out, and for who was reached out to lately.
   */
  reachOut(programme: Programme, request: OutreachRequest, user: User): Promise<Outreach>;
  /** Writes down what came of it; throws Conflict with the outreach as it is. */
  keepOutcome(
    programme: Programme,
    outreachKey: string,
    request: OutreachOutcomeRequest,
    user: User,
  ): Promise<Outreach>;
  /** Whether somebody opted out, by what was said last. */
  hasOptedOut(user: User): Promise<boolean>;
  /** Keeps the person's own word, whichever programme they are in. */
  choose(user: User, optedOut: boolean): Promise<void>;
  /** Who was reached out to by a notification and did not opt out since. */
  news(programme: Programme): Promise<CoachingNews[]>;
}

export function createCoaching(dependencies: CoachingDependencies): Coaching {
  const { database, list, facts, membersOf, jobFamilyOf, pseudonymOf, asOf, now } = dependencies;
  const choices = createCoachingChoices(database);
  const readReached = createReadReached(list, choices, pseudonymOf);

  /** The programme's people now, without who runs it: they are not coached by themselves. */
  async function peopleOf(programme: Programme) {
    const champions = [programme.ownerId, ...programme.deputyIds];
    const members = await membersOf(programme);
    return new Map([...members].filter(([userId]) => !champions.includes(userId)));
  }

  async function look(programme: Programme) {
    const members = await peopleOf(programme);
    const { kept, optedOut } = await readReached(members.keys());
    const outreaches = kept.filter(({ outreach }) => !optedOut.has(outreach.userId));
    const asked = [...members.keys()].filter((userId) => !optedOut.has(userId));
    const coached = coachedPeople(
      { ...(await facts.of(programme, asked)), optedOut, startsOn: programme.startsOn },
      now(),
      programme.timeZone,
    );
    const reached = new Map<string, Outreach[]>();
    for (const { outreach } of outreaches) {
      reached.set(outreach.userId, [...(reached.get(outreach.userId) ?? []), outreach]);
    }
    /** Whether it is time to reach out to somebody again. */
    const mayReachOut = (userId: string) => canReachOut(userId, reached.get(userId) ?? [], now());
    return { members, optedOut, outreaches, coached, mayReachOut };
  }

  const isOf = (programme: Programme) => (kept: KeptOutreach) =>
    kept.programmeKey === programme.clientKey;

  /** The outreach that is kept under a key, of whichever programme. */
  async function findKept(programme: Programme, clientKey: string) {
    const { kept } = await readReached((await peopleOf(programme)).keys());
    return kept.find(({ outreach }) => outreach.clientKey === clientKey.toLowerCase());
  }

  return {
    async list(programme) {
      const { members, optedOut, outreaches, coached, mayReachOut } = await look(programme);
      const own = outreaches.filter(isOf(programme)).map(({ outreach }) => outreach);
      const backs = comeBacksOf(own, await usesAfter(own), programme.timeZone);
      const people = await Promise.all(
        coached.flatMap(({ userId, reason, lastUsedOn }) => {
          const member = members.get(userId);
          if (member === undefined) return [];
          return jobFamilyOf(programme, member).then((jobFamily) => ({
            ...{ userId, name: member.displayName, userPrincipalName: member.userPrincipalName },
            ...{ language: member.preferredLanguage, jobFamily, reason, lastUsedOn },
            lastOutreach: own.find((each) => each.userId === userId) ?? null,
            mayReachOut: mayReachOut(userId).allowed,
          }));
        }),
      );
      return {
        people,
        outreaches: own.map((outreach) => ({
          outreach,
          name: members.get(outreach.userId)?.displayName ?? '',
          backOn: backs.get(outreach.clientKey) ?? null,
        })),
        optedOut: toldOptOuts(members.size, people.length, optedOut.size),
        asOf: asOf(),
      };
    },

    async toCoach(programme) {
      const { coached, mayReachOut } = await look(programme);
      const counts = new Map<CoachedFor, number>();
      for (const person of coached) {
        if (!mayReachOut(person.userId).allowed) continue;
        counts.set(person.reason, (counts.get(person.reason) ?? 0) + 1);
      }
      return counts;
    },

    async reachOut(programme, request, user) {
      const clientKey = request.clientKey.toLowerCase();
      if (await list.get(clientKey)) return known(programme, clientKey, request);
      const { coached, mayReachOut } = await look(programme);
      const person = coached.find(({ userId }) => userId === request.userId);
      if (person === undefined) throw new RuleRefused('notOnCoachingList');
      const decision = mayReachOut(person.userId);
      if (!decision.allowed) throw new RuleRefused(decision.reason);
      const said = { outcome: null, outcomeAt: null, note: null };
      const digest = pseudonymOf(person.userId);
      const at = now();
      const fields = outreachFields({
        ...{ person: digest, programmeKey: programme.clientKey },
        ...{ reason: person.reason, way: request.way, by: user.userId, ...said },
        at: at.toISOString(),
      });
      await database.transaction(async (tx) => {
        const outcome = await list.append(tx, { clientKey, actorId: user.userId, fields });
        if (outcome === 'known') return;
        if (!(await takeTurn(tx, { person: digest, at, quietSince: quietSince(at) }))) {
          throw new RuleRefused('reachedOutRecently');
        }
        await recordAudit(tx, {
          ...{ at, actorId: user.userId, action: 'coaching.reachedOut' },
          programmeKey: programme.clientKey,
          subject: clientKey,
        });
      });
      return known(programme, clientKey, request);
    },

    async keepOutcome(programme, outreachKey, { eTag, outcome, note }, user) {
      const found = await findKept(programme, outreachKey);
      if (!found || !isOf(programme)(found)) throw new NotFound('There is no such outreach.');
      const { outreach, storedKey } = found;
      await requireAsRead(outreach, eTag, (current) => current);
      const people = new Map([[pseudonymOf(outreach.userId), outreach.userId]]);
      const shown = (item: StoredItem) => toKept(item, people)?.outreach ?? null;
      const fields = outcomeFields({ outcome, outcomeAt: now().toISOString(), note });
      const actorId = user.userId;
      const written = await editAsRead(list, storedKey, eTag, { actorId, fields }, shown);
      await recordAudit(database, {
        ...{ at: now(), actorId, action: 'coaching.outcomeKept' },
        programmeKey: programme.clientKey,
        subject: outreach.clientKey,
      });
      const saved = shown(written);
      if (saved === null) throw new Error('An outreach that was written cannot be read.');
      return saved;
    },

    hasOptedOut: async ({ userId }) => (await readReached([userId])).optedOut.has(userId),

    choose: ({ userId }, optedOut) =>
      choices.keep({ person: pseudonymOf(userId), optedOut, at: now().toISOString() }),

    async news(programme) {
      const { kept, optedOut } = await readReached((await peopleOf(programme)).keys());
      return kept
        .filter(isOf(programme))
        .filter(({ outreach: { way, userId } }) => way === 'notification' && !optedOut.has(userId))
        .map(({ outreach: { userId, clientKey, at } }) => ({ userId, outreachKey: clientKey, at }));
    },
  };

  async function usesAfter(outreaches: readonly Outreach[]) {
    const first = outreaches.at(-1);
    if (first === undefined) return new Map<string, readonly Date[]>();
    const people = new Set(outreaches.map(({ userId }) => userId));
    return facts.usesSince([...people], new Date(first.at));
  }

  /** The outreach under a key that was used before, if it was for the same. */
  async function known(programme: Programme, clientKey: string, request: OutreachRequest) {
    const found = await findKept(programme, clientKey);
    const { userId, way } = request;
    const isSame =
      found?.programmeKey === programme.clientKey &&
      found.outreach.userId === userId &&
      found.outreach.way === way;
    if (!isSame) throw new RuleRefused('keyReused');
    return found.outreach;
  }
}
