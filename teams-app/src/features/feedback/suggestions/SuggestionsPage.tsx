import { Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { feedbackStates, type Suggestion } from '@last-mile/shared/feedback';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { useReadAgainOnceSent } from '../../../app/useReadAgainOnceSent';
import { FeedbackPlace } from '../FeedbackPlace';
import { feedbackQueries } from '../feedbackQueries';
import { SuggestionRow } from './SuggestionRow';
import { suggestionsTexts as texts } from './suggestionsTexts';
import { useKeptVotes } from './useKeptVotes';

type Sort = keyof typeof texts.sorts;

/** What people would like better, what became of it, and a vote for each. */
export function SuggestionsPage() {
  const { api } = useSession();
  const suggestions = feedbackQueries.suggestions(api);
  const query = useQuery(suggestions);
  useReadAgainOnceSent('vote', suggestions.queryKey);
  return (
    <FeedbackPlace current="suggestions">
      <Loaded query={query} loading={<LoadingRows label={texts.loading} />}>
        {({ items }) =>
          items.length === 0 ? (
            <EmptyState title={texts.emptyTitle}>{texts.empty}</EmptyState>
          ) : (
            <Suggestions items={items} />
          )
        }
      </Loaded>
    </FeedbackPlace>
  );
}

function Suggestions({ items }: { items: readonly Suggestion[] }) {
  const styles = useStyles();
  const keptVotes = useKeptVotes();
  const [state, setState] = useState<Suggestion['state'] | ''>('');
  const [sort, setSort] = useState<Sort>('votes');
  const wanted = items.filter((each) => state === '' || each.state === state);
  return (
    <div className={styles.root}>
      <Text>{texts.about}</Text>
      <div className={styles.choices}>
        <Field label={texts.state}>
          <Select
            value={state}
            onChange={(_, { value }) => {
              setState(feedbackStates.find((each) => each === value) ?? '');
            }}
          >
            <option value="">{texts.anyState}</option>
            {feedbackStates.map((each) => (
              <option key={each} value={each}>
                {texts.states[each]}
              </option>
            ))}
          </Select>
        </Field>
        <Field label={texts.sort}>
          <Select
            value={sort}
            onChange={(_, { value }) => {
              setSort(value === 'newest' ? 'newest' : 'votes');
            }}
          >
            <option value="votes">{texts.sorts.votes}</option>
            <option value="newest">{texts.sorts.newest}</option>
          </Select>
        </Field>
      </div>
      {wanted.length === 0 ? (
        <EmptyState title={texts.noneTitle}>{texts.none}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {/* The API sends those with most votes first. */}
          {(sort === 'votes' ? wanted : wanted.toSorted(newestFirst)).map((each) => (
            <SuggestionRow
              key={each.clientKey}
              suggestion={each}
              keptVote={keptVotes.get(each.clientKey)}
            />
          ))}
        </ul>
      )}
    </div>
  );
}

const newestFirst = (one: Suggestion, other: Suggestion) =>
  other.submittedAt.localeCompare(one.submittedAt);

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  choices: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalL },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
});
