import {
  Badge,
  Checkbox,
  makeStyles,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { ThumbLikeFilled, ThumbLikeRegular } from '@fluentui/react-icons/svg/thumb-like';
import { canVoteFor, type BuildEntry, type BuildSession } from '@last-mile/shared/library';
import { useSession } from '../../../app/session';
import { sessionTexts as texts } from './sessionTexts';

export interface EntryCardProps {
  entry: BuildEntry;
  session: BuildSession;
  busy: boolean;
  onVote: (vote: boolean) => void;
  /** For champions: whether it is chosen to become a draft. */
  chosen: boolean;
  onChoose: ((chosen: boolean) => void) | undefined;
}

/** One entry: whose it is, what it says, and how many it helped. */
export function EntryCard({ entry, session, busy, onVote, chosen, onChoose }: EntryCardProps) {
  const styles = useStyles();
  const { user } = useSession();
  const { title, body, purpose, author, votes, voted, drafted, kind } = entry;
  const mayVote = canVoteFor(author.userId, session, user.userId).allowed;
  return (
    <li className={styles.root}>
      <div className={styles.head}>
        {onChoose !== undefined && !drafted && (
          <Checkbox
            aria-label={texts.choose(title)}
            checked={chosen}
            onChange={(_, { checked }) => {
              onChoose(checked === true);
            }}
          />
        )}
        <div className={styles.words}>
          <Text as="h3" weight="semibold" block>
            {title}
          </Text>
          <Text size={200} className={styles.about}>
            {texts.kinds[kind]} · {texts.by(author.name ?? texts.someone)}
          </Text>
        </div>
        {mayVote ? (
          <ToggleButton
            checked={voted}
            disabledFocusable={busy}
            aria-label={`${texts.vote(title)}, ${texts.ownVotes(votes)}`}
            icon={voted ? <ThumbLikeFilled /> : <ThumbLikeRegular />}
            onClick={() => {
              onVote(!voted);
            }}
          >
            {votes}
          </ToggleButton>
        ) : (
          <Text className={styles.about}>{texts.ownVotes(votes)}</Text>
        )}
      </div>
      {purpose !== '' && <Text>{purpose}</Text>}
      <pre className={styles.body}>{body}</pre>
      {drafted && (
        <div>
          <Badge appearance="tint" color="success">
            {texts.drafted}
          </Badge>
        </div>
      )}
    </li>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusMedium,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  head: { display: 'flex', alignItems: 'flex-start', gap: tokens.spacingHorizontalS },
  words: { flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' },
  about: { color: tokens.colorNeutralForeground2 },
  body: {
    margin: 0,
    maxHeight: '12em',
    overflowY: 'auto',
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyBase,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
  },
});
