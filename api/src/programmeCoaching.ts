import type { User } from '@last-mile/shared/user';
import { createCoachedFacts } from './coachedFacts';
import type { Database } from './db/database';
import type { BeginningsOf } from './features/adoption/facts/beginnings';
import type { PersonDigest } from './features/adoption/facts/subjects';
import type { UsesOfPeople } from './features/adoption/facts/usesOfPeople';
import { createMemberSince } from './features/adoption/people/memberSince';
import { createCoaching, type Coaching } from './features/coaching/coaching';
import type { Feedback } from './features/feedback/feedback';
import type { Programmes } from './features/programme/programmes';
import type { ListStores } from './sync/listStores';

export interface ProgrammeCoachingDependencies {
  readonly database: Database;
  readonly lists: ListStores['stores'];
  readonly tenantId: User['tenantId'];
  readonly programmes: Pick<Programmes, 'membersOf' | 'jobFamilyOf'>;
  readonly feedback: Pick<Feedback, 'namedFlags'>;
  readonly usageDigest: PersonDigest;
  readonly beginningsOf: BeginningsOf;
  readonly uses: UsesOfPeople;
  /** Stands in for somebody whom coaching asks for. */
  readonly digestOf: PersonDigest;
  /** When coaching was last known to be as in SharePoint. */
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** Composes coaching from what features know of people by name. */
export function createProgrammeCoaching(dependencies: ProgrammeCoachingDependencies): Coaching {
  const { database, lists, tenantId, programmes, feedback, usageDigest } = dependencies;
  const { beginningsOf, uses, digestOf, asOf, now } = dependencies;
  return createCoaching({
    ...{ database, list: lists.Coaching, asOf, now },
    facts: createCoachedFacts({
      ...{ tenantId, beginningsOf, uses },
      memberSince: createMemberSince(database, usageDigest),
      namedFlags: (programme) => feedback.namedFlags(programme),
    }),
    membersOf: (programme) => programmes.membersOf(programme),
    jobFamilyOf: (programme, member) => programmes.jobFamilyOf(programme, member),
    pseudonymOf: (userId) => digestOf({ tenantId, userId }).toString('hex'),
  });
}
