import type { BadExperience, Beginning, NamedFlag } from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { BeginningsOf } from './features/adoption/facts/beginnings';
import type { UsesOfPeople } from './features/adoption/facts/usesOfPeople';
import type { MemberSince } from './features/adoption/people/memberSince';
import type { CoachedFacts } from './features/coaching/coaching';

export interface CoachedFactsDependencies {
  readonly tenantId: User['tenantId'];
  readonly memberSince: MemberSince;
  readonly beginningsOf: BeginningsOf;
  readonly uses: UsesOfPeople;
  readonly namedFlags: (programme: Programme) => Promise<readonly NamedFlag[]>;
}

/** What adoption and feedback know of people whom coaching asks for, by name. */
export function createCoachedFacts(dependencies: CoachedFactsDependencies): CoachedFacts {
  const { tenantId, memberSince, beginningsOf, uses, namedFlags } = dependencies;
  const peopleOf = (userIds: readonly string[]) => userIds.map((userId) => ({ tenantId, userId }));

  return {
    async of(programme, userIds) {
      const people = peopleOf(userIds);
      const [members, begun, seen, redone, flags] = await Promise.all([
        memberSince(programme.clientKey, people),
        beginningsOf(people),
        uses.last(people),
        uses.redone(people),
        namedFlags(programme),
      ]);
      const firstUses = new Map(begun.map((each) => [each.userId, each.firstUses]));
      const beginnings = seen.map(
        // Whose first uses are past their retention did begin, though it is not known any more how.
        ({ userId, lastUse }): Beginning => ({
          ...{ userId, lastUse, firstUses: firstUses.get(userId) ?? [] },
        }),
      );
      const redos = redone.flatMap(({ userId, redoneAt }) =>
        redoneAt.map((at): BadExperience => ({ userId, submittedAt: at.toISOString() })),
      );
      return { members, beginnings, badExperiences: [...flags, ...redos] };
    },

    async usesSince(userIds, since) {
      const found = await uses.since(peopleOf(userIds), since);
      return new Map(found.map(({ userId, uses: after }) => [userId, after]));
    },
  };
}
