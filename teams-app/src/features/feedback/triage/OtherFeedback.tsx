import { Caption1, Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { QueueItem } from '@last-mile/shared/feedback';
import { useId, type ReactNode } from 'react';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import type { QueueSearch } from '../queue/queuePlace';
import { reasonOf } from '../queue/QueueRow';
import { twoLines } from '../twoLines';

export interface OtherFeedbackProps {
  title: string;
  items: readonly QueueItem[];
  search: QueueSearch;
  /** What else is known of one. */
  factOf?: (item: QueueItem) => string;
  /** What can be done with one from here. */
  actOf?: (item: QueueItem) => ReactNode;
}

/** Other pieces of feedback that belong to the open one. */
export function OtherFeedback({ title, items, search, factOf, actOf }: OtherFeedbackProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const titleId = useId();
  if (items.length === 0) return null;
  return (
    <section aria-labelledby={titleId}>
      <Subtitle2 as="h3" block id={titleId}>
        {title}
      </Subtitle2>
      <ul className={styles.list}>
        {items.map((item) => (
          <li key={item.clientKey} className={styles.row}>
            <div className={styles.words}>
              <Link
                href={toHref({ page: 'feedbackQueue', search, clientKey: item.clientKey })}
                className={styles.text}
              >
                {item.text}
              </Link>
              <Caption1 block className={styles.quiet}>
                {[
                  ...(factOf === undefined ? [] : [factOf(item)]),
                  reasonOf(item),
                  item.reporter,
                  formats.moment(item.submittedAt),
                ].join(' · ')}
              </Caption1>
            </div>
            {actOf?.(item)}
          </li>
        ))}
      </ul>
    </section>
  );
}

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none' },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
    paddingBlock: tokens.spacingVerticalS,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  words: { flexGrow: 1, flexBasis: '240px', minWidth: 0 },
  text: twoLines,
  quiet: { color: tokens.colorNeutralForeground2 },
});
