import {
  Badge,
  Caption1,
  Link,
  makeStyles,
  mergeClasses,
  Text,
  tokens,
} from '@fluentui/react-components';
import type { OwnFeedbackItem } from '@last-mile/shared/feedback';
import { OwnOutcome } from '@last-mile/shared/own-outcome';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { toHref, toPlaceHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { OwnCaseConsent } from './cases/OwnCaseConsent';
import { inOrderOfUrgency } from './feedbackOrder';
import { feedbackTexts as texts } from './feedbackTexts';

export interface FeedbackListProps {
  items: readonly OwnFeedbackItem[];
  asOf: string | null;
  note?: string;
  /** Key of the one that stands out and has the focus. */
  opened?: string | undefined;
}

/** Feedback with its state and the day it is due, the most urgent first. */
export function FeedbackList({ items, asOf, note, opened }: FeedbackListProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const open = items.filter(({ state }) => state !== 'closed').length;
  return (
    <>
      <div className={styles.count} role="status">
        <Text weight="semibold">{texts.count(open)}</Text>
        {asOf !== null && (
          <Caption1 className={styles.quiet}>{texts.asOf(formats.moment(asOf))}</Caption1>
        )}
      </div>
      <ul className={styles.list}>
        {inOrderOfUrgency(items).map((item) => (
          <Row key={item.clientKey} item={item} isOpened={item.clientKey === opened} />
        ))}
      </ul>
      {note !== undefined && <Caption1 className={styles.quiet}>{note}</Caption1>}
    </>
  );
}

function Row({ item, isOpened }: { item: OwnFeedbackItem; isOpened: boolean }) {
  const styles = useStyles();
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isOpened) row.current?.focus();
  }, [isOpened]);
  const { formats, queue, user } = useSession();
  const queries = useQueryClient();
  const open = item.state !== 'closed';
  const awaited = item.state === 'new';
  const isFirst = item.reopened === 0;
  const day = formats.day(item.dueOn);
  return (
    <li
      ref={row}
      className={mergeClasses(styles.row, isOpened && styles.opened)}
      {...(isOpened ? { tabIndex: -1, 'aria-current': true } : {})}
    >
      <div className={styles.marks}>
        <Text weight="semibold">
          {item.reason === null ? texts.suggestion : texts.reasons[item.reason]}
        </Text>
        {item.reachedClient && (
          <Badge appearance="filled" color={open ? 'danger' : 'informative'}>
            {texts.reachedClient}
          </Badge>
        )}
        {item.overdue && (
          <Badge appearance="tint" color="danger">
            {texts.overdue}
          </Badge>
        )}
        <span className={styles.state}>
          <Badge appearance="outline" color={open ? 'brand' : 'informative'}>
            {texts.states[item.state]}
          </Badge>
        </span>
      </div>
      <Text className={styles.words}>{item.text}</Text>
      <Caption1 className={styles.quiet}>
        {item.overdue
          ? `${texts.wasDue(day, isFirst)} · `
          : awaited && `${texts.due(day, isFirst)} · `}
        {texts.sentOn(formats.moment(item.submittedAt))} ·{' '}
        {texts.by(item.reporter, texts.surfaces[item.surface])} ·{' '}
        {item.about.type === 'libraryItem' ? (
          <Link
            inline
            href={toHref({ page: 'libraryItem', clientKey: item.about.itemKey })}
            className={styles.link}
          >
            {texts.openItem}
          </Link>
        ) : (
          texts.subjects[item.about.type]
        )}
        {!item.delivered && <> · {texts.delivering}</>}
      </Caption1>
      <OwnOutcome
        item={item}
        account={`${user.tenantId}.${user.userId}`}
        hrefOf={toPlaceHref}
        onAnswer={async (feedbackKey, request) => {
          const result = await queue.answerHelped(feedbackKey, request);
          await queries.invalidateQueries({ queryKey: ['feedback'] });
          return result;
        }}
      />
      <OwnCaseConsent item={item} />
    </li>
  );
}

const useStyles = makeStyles({
  count: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    marginBottom: tokens.spacingVerticalS,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalXS,
    paddingBlock: tokens.spacingVerticalL,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  opened: {
    paddingInline: tokens.spacingHorizontalM,
    backgroundColor: tokens.colorNeutralBackground1Selected,
  },
  marks: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
  },
  state: { marginInlineStart: 'auto' },
  words: { maxWidth: '80ch', whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  link: { fontSize: 'inherit' },
});
