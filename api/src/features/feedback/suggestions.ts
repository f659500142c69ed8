import {
  isPublicSuggestion,
  type Suggestion,
  type SuggestionsResponse,
  type SuggestionVote,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Database } from '../../db/database';
import { NotFound, RuleRefused } from '../../http/refusals';
import {
  groupOf,
  keptFor,
  type ProgrammeFeedback,
  type ReadProgrammeFeedback,
} from './programmeFeedback';
import type { Pseudonyms } from './pseudonyms';
import type { Read } from './readFeedback';
import type { Reporters } from './reporters';
import { linkOf } from './shownFeedback';
import { votersIn } from './votes';

export interface SuggestionsDependencies {
  readonly database: Database;
  /** The suggestions of a programme: what is merged into a flag is by itself among them. */
  readonly read: ReadProgrammeFeedback;
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

/** A suggestion, and that with what was merged into it. */
interface Group {
  readonly kept: Read;
  readonly all: readonly Read[];
}

export function createSuggestions(dependencies: SuggestionsDependencies): Suggestions {
  const { database, read, reporters, pseudonyms, asOf, now } = dependencies;

  async function shownTo(user: User, groups: readonly Group[]): Promise<Suggestion[]> {
    const keys = groups.flatMap(({ all }) => all.map(({ clientKey }) => clientKey));
    const [isOwn, voters] = await Promise.all([reporters.ownOf(user), votersIn(database, keys)]);
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
      const feedback = await read(programme);
      const groups = feedback.all
        .filter((each) => keptFor(feedback, each) === each)
        .map((kept) => toGroup(feedback, kept));
      const items = await shownTo(user, groups);
      return { items: items.sort(mostVotesFirst), asOf: asOf() };
    },

    async vote(programme, user, given, { vote }) {
      const feedback = await read(programme);
      const wanted = feedback.byKey.get(given);
      if (!wanted) throw new NotFound();
      const group = toGroup(feedback, keptFor(feedback, wanted));
      const [found] = await shownTo(user, [group]);
      if (!found?.shown) throw new NotFound();
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
      const [after = found] = await shownTo(user, [group]);
      return after;
    },
  };
}

const toGroup = (feedback: ProgrammeFeedback, kept: Read): Group => ({
  kept,
  all: groupOf(feedback, kept),
});

const mostVotesFirst = (one: Suggestion, other: Suggestion) =>
  other.votes - one.votes || other.submittedAt.localeCompare(one.submittedAt);
