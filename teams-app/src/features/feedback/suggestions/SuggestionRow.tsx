import {
  Badge,
  Caption1,
  Link,
  makeStyles,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { outcomePlace, type Suggestion } from '@last-mile/shared/feedback';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { toPlaceHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { feedbackQueries } from '../feedbackQueries';
import { suggestionsTexts as texts } from './suggestionsTexts';

export interface SuggestionRowProps {
  suggestion: Suggestion;
  /** A vote that waits on this device to be sent. */
  keptVote: boolean | undefined;
}

/** One suggestion, what became of it, and the vote for it. */
export function SuggestionRow({ suggestion, keptVote }: SuggestionRowProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { outcome, outcomeReference, outcomeLink, own, shown, state, text, votes } = suggestion;
  const place = outcomeLink === null ? undefined : outcomePlace(suggestion.about, outcomeLink);
  return (
    <li className={styles.row}>
      <div className={styles.marks}>
        <Badge appearance="outline" color={state === 'closed' ? 'informative' : 'brand'}>
          {texts.states[state]}
        </Badge>
        {own && <Badge appearance="tint">{texts.own}</Badge>}
        <Caption1 className={styles.quiet}>
          {texts.sent(formats.moment(suggestion.submittedAt))}
        </Caption1>
      </div>
      <Text className={styles.words}>{text}</Text>
      {outcome !== null && (
        <Caption1 className={styles.words}>
          {outcomeReference === null
            ? texts.outcome[outcome]
            : `${texts.outcome[outcome]}: ${outcomeReference}`}{' '}
          {place !== undefined && (
            <Link inline href={toPlaceHref(place)} className={styles.link}>
              {texts.open}
            </Link>
          )}
        </Caption1>
      )}
      {shown ? (
        <div className={styles.marks}>
          {!own && <Vote suggestion={suggestion} keptVote={keptVote} />}
          <Text size={200}>{texts.votes(votes)}</Text>
        </div>
      ) : (
        <Caption1 className={styles.quiet}>{texts.notShown}</Caption1>
      )}
    </li>
  );
}

function Vote({ suggestion: { clientKey, text, voted }, keptVote }: SuggestionRowProps) {
  const { api, queue } = useSession();
  const queries = useQueryClient();
  const { queryKey } = feedbackQueries.suggestions(api);
  const vote = useMutation({
    mutationFn: (next: boolean) => queue.voteFor(clientKey, next),
    onSuccess: (after) => {
      // Where it stands stays as it is: nothing jumps away under the pointer.
      queries.setQueryData(queryKey, (before) =>
        before === undefined || after === 'kept'
          ? before
          : {
              ...before,
              items: before.items.map((each) => (each.clientKey === clientKey ? after : each)),
            },
      );
    },
  });
  const wanted = keptVote ?? voted;
  return (
    <>
      <ToggleButton
        size="small"
        checked={wanted}
        disabledFocusable={vote.isPending}
        aria-label={texts.voteFor(text)}
        onClick={() => {
          vote.mutate(!wanted);
        }}
      >
        {texts.vote}
      </ToggleButton>
      {/* What the list says already has arrived. */}
      {keptVote !== undefined && keptVote !== voted && !vote.isPending && (
        <Text role="status" size={200}>
          {texts.waiting}
        </Text>
      )}
      {vote.isError && (
        <Text role="alert" size={200}>
          {texts.notKept}
        </Text>
      )}
    </>
  );
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { maxWidth: '80ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  link: { fontSize: 'inherit' },
});
