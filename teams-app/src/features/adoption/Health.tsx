import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import { Panel } from './Panel';

interface Figure {
  readonly name: string;
  readonly value: string;
  /** Shown as something to look at. */
  readonly attention?: boolean;
}

/** Whether the library is alive: what is published, stale, unused, and which tasks it serves. */
export function LibraryHealth({ library }: Pick<DashboardResponse, 'library'>) {
  const { formats } = useSession();
  const { number } = formats;
  return (
    <Panel
      title={texts.libraryTitle}
      aside={<Link href={toHref({ page: 'library' })}>{texts.libraryLink}</Link>}
    >
      <Figures
        figures={[
          { name: texts.published, value: number(library.published) },
          {
            name: texts.tasksCovered,
            value: texts.ofTasks(number(library.tasksWithItem), number(library.tasks)),
          },
          { name: texts.drafts, value: number(library.drafts) },
          {
            name: texts.pastReview,
            value: number(library.pastReview),
            attention: library.pastReview > 0,
          },
          {
            name: texts.proposals,
            value: number(library.proposals),
            attention: library.proposals > 0,
          },
          { name: texts.neverUsed, value: number(library.neverUsed) },
        ]}
      />
    </Panel>
  );
}

/** Whether feedback is answered: what is open, late, and how much was closed. */
export function FeedbackHealth({ feedback }: Pick<DashboardResponse, 'feedback'>) {
  const { formats, may } = useSession();
  const { number } = formats;
  return (
    <Panel
      title={texts.feedbackTitle}
      {...(may.champion
        ? {
            aside: (
              <Link href={toHref({ page: 'feedback', list: 'queue' })}>{texts.feedbackLink}</Link>
            ),
          }
        : {})}
    >
      <Figures
        figures={[
          { name: texts.open, value: number(feedback.open) },
          {
            name: texts.overdue,
            value: number(feedback.overdue),
            attention: feedback.overdue > 0,
          },
          {
            name: texts.reachedClient,
            value: number(feedback.openReachedClient),
            attention: feedback.openReachedClient > 0,
          },
          { name: texts.closed, value: number(feedback.closed) },
          { name: texts.suggestions, value: number(feedback.suggestions) },
        ]}
      />
    </Panel>
  );
}

function Figures({ figures }: { figures: readonly Figure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.list}>
      {figures.map(({ name, value, attention = false }) => (
        <div key={name} className={styles.line}>
          <dt className={styles.name}>{name}</dt>
          <dd className={mergeClasses(styles.value, attention && styles.attention)}>{value}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  list: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalS, margin: 0 },
  line: { display: 'flex', justifyContent: 'space-between', gap: tokens.spacingHorizontalM },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
    whiteSpace: 'nowrap',
  },
  attention: { color: tokens.colorStatusDangerForeground1 },
});
