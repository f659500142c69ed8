import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { QueueResponse } from '@last-mile/shared/feedback';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { viewsInOrder, type QueueSearch } from './queuePlace';
import { queueTexts as texts } from './queueTexts';

export const usualView = 'open';

export interface QueueViewsProps {
  search: QueueSearch;
  /** Undefined until they are known. */
  counts: QueueResponse['counts'] | undefined;
}

/** The parts of the queue with how many each holds; what is filtered by stays. */
export function QueueViews({ search, counts }: QueueViewsProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { view: current = usualView, ...filters } = search;
  return (
    <nav aria-label={texts.viewsLabel}>
      <ul className={styles.list}>
        {viewsInOrder.map((view) => {
          const name = texts.views[view];
          const count = counts?.[view];
          const shown = count === undefined ? undefined : formats.number(count);
          const isCurrent = view === current;
          return (
            <li key={view}>
              <a
                href={toHref({
                  page: 'feedbackQueue',
                  search: view === usualView ? filters : { ...filters, view },
                })}
                aria-current={isCurrent ? 'page' : undefined}
                aria-label={shown === undefined ? name : texts.counted(name, shown)}
                className={mergeClasses(styles.view, isCurrent && styles.current)}
              >
                {name}{' '}
                {shown !== undefined && (
                  <span
                    className={mergeClasses(
                      styles.count,
                      view === 'due' && count !== 0 && styles.pressing,
                    )}
                  >
                    {shown}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalXS,
    margin: 0,
    padding: 0,
    listStyleType: 'none',
  },
  view: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalSNudge,
    paddingBlock: tokens.spacingVerticalXS,
    paddingInline: tokens.spacingHorizontalM,
    borderRadius: tokens.borderRadiusCircular,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    fontSize: tokens.fontSizeBase300,
    lineHeight: tokens.lineHeightBase300,
    color: tokens.colorNeutralForeground1,
    textDecorationLine: 'none',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: tokens.strokeWidthThin,
    },
  },
  current: {
    color: tokens.colorBrandForeground2,
    backgroundColor: tokens.colorBrandBackground2,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackground2Hover },
  },
  count: { color: 'inherit', fontVariantNumeric: 'tabular-nums' },
  pressing: {
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
  },
});
