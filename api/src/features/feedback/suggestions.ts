import {
  isPublicSuggestion,
  keptKeys,
  type Suggestion,
  type SuggestionsResponse,
  type SuggestionVote,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import { NotFound, RuleRefused } from '../../http/refusals';
import type { Pseudonyms } from './pseudonyms';
import { toMeasured, type Read, type ReadFeedback } from './readFeedback';
import type { Reporters } from './reporters';
import { linkOf } from './shownFeedback';
import { votersIn } from './votes';

export interface SuggestionsDependencies {
  readonly database: Database;
  readonly read: ReadFeedback;
  readonly reporters: Reporters;
  readonly pseudonyms: Pseudonyms;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** What people would like better and what became of it, for every member. */
export interface Suggestions {
  /** What a champion took up and did not hold back, and the caller's own. */
  list(programme: Programme, user: User): Promise<SuggestionsResponse>;
  /**
   * Votes, or takes the vote back, and answers the suggestion as it is then. A vote for what was merged
   * counts for what goes on for it. Throws NotFound for what the caller is not shown, and RuleRefused
   * for their own.
   */
  vote(
    programme: Programme,
    user: User,
    clientKey: string,
    wanted: SuggestionVote,
  ): Promise<Suggestion>;
}

/** A suggestion and what was merged into it. */
interface Group {
  readonly kept: Read;
  readonly all: readonly Read[];
}

export function createSuggestions(dependencies: SuggestionsDependencies): Suggestions {
  const { database, read, reporters, pseudonyms, asOf, now } = dependencies;

  /** The suggestions of a programme, each with what leads to it. What is merged into a flag is by itself. */
  async function groupsOf(programme: Programme): Promise<Group[]> {
    const all = (await read(programme)).filter(({ record }) => record.kind === 'suggestion');
    const kept = keptKeys(all.map(toMeasured));
    const groups = new Map<string, Read[]>();
    for (const each of all) {
      const key = kept.get(each.clientKey) ?? each.clientKey;
      groups.set(key, [...(groups.get(key) ?? []), each]);
    }
    return all.flatMap((each) => {
      const group = groups.get(each.clientKey);
      return group ? { kept: each, all: group } : [];
    });
  }

  async function shownTo(programme: Programme, user: User): Promise<Suggestion[]> {
    const [groups, isOwn] = await Promise.all([groupsOf(programme), reporters.ownOf(user)]);
    const voters = await votersIn(
      database,
      groups.flatMap(({ all }) => all.map(({ clientKey }) => clientKey)),
    );
    const me = pseudonyms.digestOf(user).toString('hex');
    return groups.flatMap(({ kept, all }) => {
      const own = all.filter(isOwn);
      const shown = isPublicSuggestion(kept.record);
      const people = new Set(
        all.flatMap(({ clientKey }) =>
          (voters.get(clientKey) ?? []).map((digest) => digest.toString('hex')),
        ),
      );
      const common = { votes: people.size, voted: people.has(me), own: own.length > 0, shown };
      // Of what is not shown each sees their own words, and nothing of the others'.
      return (shown ? [kept] : own).map(({ clientKey, record }) => ({
        clientKey,
        ...{ about: record.about, text: record.text, submittedAt: record.submittedAt },
        ...{ state: kept.record.state, outcome: kept.record.outcome },
        ...{ outcomeReference: kept.record.outcomeReference, outcomeLink: linkOf(kept.record) },
        ...common,
      }));
    });
  }

  return {
    async list(programme, user) {
      const items = await shownTo(programme, user);
      return { items: items.sort(mostVotesFirst), asOf: asOf() };
    },

    async vote(programme, user, given, { vote }) {
      const groups = await groupsOf(programme);
      const group = groups.find(({ all }) => all.some(({ clientKey }) => clientKey === given));
      const key = group?.kept.clientKey;
      const found = (await shownTo(programme, user)).find(({ clientKey }) => clientKey === key);
      if (!group || !found?.shown) throw new NotFound();
      if (found.own) throw new RuleRefused('ownSuggestion');
      const voter = pseudonyms.digestOf(user);
      if (vote) {
        await database.query(
          `INSERT INTO suggestion_vote (suggestion_key, voter_digest, voted_at)
           VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`,
          [found.clientKey, voter, now()],
        );
      } else {
        // Also the one given to what was merged into it since: it is one wish.
        await database.query(
          'DELETE FROM suggestion_vote WHERE suggestion_key = ANY($1::uuid[]) AND voter_digest = $2',
          [group.all.map(({ clientKey }) => clientKey), voter],
        );
      }
      const after = await shownTo(programme, user);
      return after.find(({ clientKey }) => clientKey === key) ?? found;
    },
  };
}

const mostVotesFirst = (one: Suggestion, other: Suggestion) =>
  other.votes - one.votes || other.submittedAt.localeCompare(one.submittedAt);
