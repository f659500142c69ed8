import {
  Badge,
  Caption1,
  Caption1Strong,
  Checkbox,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { QueueItem } from '@last-mile/shared/feedback';
import { useSession } from '../../../app/session';
import { feedbackTexts } from '../feedbackTexts';
import { dueInWords } from './dueInWords';
import { queueTexts as texts } from './queueTexts';
import { twoLines } from '../twoLines';

export interface QueueRowProps {
  item: QueueItem;
  href: string;
  open: boolean;
  chosen: boolean;
  onChoose: (chosen: boolean) => void;
}

/** One piece of feedback in the list: why, by when, what it says, and whose it is now. */
export function QueueRow({ item, href, open, chosen, onChoose }: QueueRowProps) {
  const styles = useStyles();
  const session = useSession();
  const due = dueInWords(item, session);
  return (
    <li className={mergeClasses(styles.row, open && styles.open)} data-key={item.clientKey}>
      <Checkbox
        checked={chosen}
        aria-label={texts.choosing(firstWords(item.text))}
        onChange={(_, { checked }) => {
          onChoose(checked === true);
        }}
        className={styles.choose}
      />
      <a href={href} aria-current={open ? 'true' : undefined} className={styles.link}>
        <span className={styles.head}>
          <Caption1Strong>{reasonOf(item)}</Caption1Strong>
          {item.reachedClient && (
            <Badge
              size="small"
              appearance="filled"
              color={item.state === 'closed' ? 'informative' : 'danger'}
            >
              {feedbackTexts.reachedClient}
            </Badge>
          )}
          {due !== null && (
            <Caption1 className={mergeClasses(styles.due, due.pressing && styles.pressing)}>
              {due.text}
            </Caption1>
          )}
        </span>
        <Text className={styles.words}>{item.text}</Text>
        <Caption1 className={styles.quiet}>{factsOf(item).join(' · ')}</Caption1>
      </a>
    </li>
  );
}

/** Why it was sent, in a word. */
export function reasonOf({ reason }: QueueItem): string {
  return reason === null ? feedbackTexts.suggestion : feedbackTexts.reasons[reason];
}

/** Where it stands, in a word. */
export function stateOf({ state, mergedInto }: QueueItem): string {
  return mergedInto === null ? feedbackTexts.states[state] : texts.mergedAway;
}

function factsOf(item: QueueItem): string[] {
  const { state, mergedInto, reporter, about, assignee, voices, delivered } = item;
  return [
    ...(state === 'new' && mergedInto === null ? [] : [stateOf(item)]),
    reporter,
    feedbackTexts.subjects[about.type],
    ...(assignee === null ? [] : [texts.assignedTo(assignee.name)]),
    ...(voices > 1 ? [texts.voices(voices)] : []),
    ...(delivered ? [] : [texts.delivering]),
  ];
}

/** Enough of a text to tell it from others by ear. */
export function firstWords(text: string): string {
  const words = text.trim().split(/\s+/);
  return words.length > 8 ? `${words.slice(0, 8).join(' ')}…` : words.join(' ');
}

const useStyles = makeStyles({
  row: {
    display: 'flex',
    alignItems: 'flex-start',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    borderLeft: `${tokens.strokeWidthThicker} solid transparent`,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundHover },
    // High contrast turns the colours of this row round, so its texts have to follow.
    ':hover span': { color: tokens.colorNeutralForeground1Hover },
  },
  open: {
    backgroundColor: tokens.colorSubtleBackgroundSelected,
    borderLeftColor: tokens.colorBrandStroke1,
    ':hover': { backgroundColor: tokens.colorSubtleBackgroundSelected },
    '& span': { color: tokens.colorNeutralForeground1Selected },
    ':hover span': { color: tokens.colorNeutralForeground1Selected },
  },
  choose: { marginTop: tokens.spacingVerticalXXS },
  link: {
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minWidth: 0,
    gap: tokens.spacingVerticalXXS,
    paddingBlock: tokens.spacingVerticalS,
    paddingInlineEnd: tokens.spacingHorizontalM,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    borderRadius: tokens.borderRadiusMedium,
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: `calc(-1 * ${tokens.strokeWidthThick})`,
    },
  },
  head: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalS,
  },
  due: { marginInlineStart: 'auto', color: tokens.colorNeutralForeground2 },
  pressing: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
  words: twoLines,
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});
