import { Link, makeStyles, Text, tokens } from '@fluentui/react-components';
import { canAnswerHelped, outcomePlace, type FeedbackItem, type HelpedRequest } from '../feedback';
import { DidItHelp } from './DidItHelp';
import { ownFeedbackTexts as texts } from './ownFeedbackTexts';

export interface OwnOutcomeProps {
  item: FeedbackItem;
  /** `tid.oid`: drafts are kept per person. */
  account: string;
  /** Address of a place in the tab; undefined where it cannot be reached from here. */
  hrefOf: (place: string) => string | undefined;
  onAnswer: (feedbackKey: string, request: HelpedRequest) => Promise<'sent' | 'kept'>;
}

/** What was done about one's own feedback, what one is told of it, and whether it helped. */
export function OwnOutcome({ item, account, hrefOf, onAnswer }: OwnOutcomeProps) {
  const styles = useStyles();
  const { clientKey, outcome, outcomeReference, outcomeLink, outcomeNote, mergedInto } = item;
  const closed = item.state === 'closed';
  const done = outcome === null ? (closed ? texts.closed : null) : texts.outcome[outcome];
  const place = outcomeLink === null ? undefined : outcomePlace(item.about, outcomeLink);
  const href = place === undefined ? undefined : hrefOf(place);
  return (
    <div className={styles.root}>
      {mergedInto !== null && <Text size={200}>{texts.merged}</Text>}
      {done !== null && (
        <Text size={200} className={styles.words}>
          {outcomeReference === null ? done : `${done}: ${outcomeReference}`}
          {href !== undefined && (
            <>
              {' '}
              <Link
                inline
                href={href}
                className={styles.link}
                // What is not in this page opens beside it.
                {...(href.startsWith('#') ? {} : { target: '_blank', rel: 'noreferrer' })}
              >
                {texts.open}
              </Link>
            </>
          )}
        </Text>
      )}
      {outcomeNote !== null && (
        <Text size={200} className={styles.words}>
          <strong>{texts.note}:</strong> {outcomeNote}
        </Text>
      )}
      {canAnswerHelped(item).allowed ? (
        <DidItHelp
          draftKey={`${account} helped ${clientKey} ${item.reopened}`}
          onAnswer={(request) => onAnswer(clientKey, request)}
        />
      ) : (
        item.helped !== null && (
          <Text size={200}>{item.helped ? texts.thanksYes : texts.thanksNo}</Text>
        )
      )}
      {item.helpedWords !== null && (
        <Text size={200} className={styles.words}>
          <strong>{texts.yourWords}:</strong> {item.helpedWords}
        </Text>
      )}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  link: { fontSize: 'inherit' },
});
