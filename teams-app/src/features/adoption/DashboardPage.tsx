import {
  Caption1,
  makeStyles,
  mergeClasses,
  Skeleton,
  SkeletonItem,
  Title3,
  tokens,
} from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { EmptyState } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { useSession } from '../../app/session';
import { adoptionQueries } from './adoptionQueries';
import { adoptionTexts as texts } from './adoptionTexts';
import { ActiveRate } from './ActiveRate';
import { readDashboard } from './dashboardReading';
import { Departments } from './Departments';
import { FeedbackHealth, LibraryHealth } from './Health';
import { KindsOfUse } from './KindsOfUse';
import { NeedsYou } from './NeedsYou';
import { WeekByWeek } from './WeekByWeek';

/** Answers one question: "Is the team using it, and what needs me this week?" */
export function DashboardPage() {
  const { api } = useSession();
  const query = useQuery(adoptionQueries.dashboard(api));
  return (
    <Loaded query={query} loading={<LoadingDashboard />}>
      {(dashboard) => <Dashboard dashboard={dashboard} />}
    </Loaded>
  );
}

function Dashboard({ dashboard }: { dashboard: DashboardResponse }) {
  const styles = useStyles();
  const { formats, programme, may } = useSession();
  const reading = readDashboard(dashboard);
  return (
    <div className={styles.root}>
      <div className={styles.heading}>
        <Title3 as="h1">{dashboard.programmeName}</Title3>
        <Caption1 className={styles.quiet}>{texts.asOf(formats.moment(dashboard.asOf))}</Caption1>
      </div>
      {reading.latest === undefined && (
        <EmptyState title={texts.emptyTitle}>
          {texts.empty(formats.day(programme.startsOn))}
        </EmptyState>
      )}
      <div className={styles.grid}>
        {reading.latest !== undefined && (
          <>
            <div className={mergeClasses(styles.cell, styles.figure)}>
              <ActiveRate dashboard={dashboard} reading={reading} />
            </div>
            <div className={mergeClasses(styles.cell, styles.twoThirds)}>
              <WeekByWeek dashboard={dashboard} reading={reading} />
            </div>
          </>
        )}
        <div className={mergeClasses(styles.stack, styles.third)}>
          {may.champion && <NeedsYou dashboard={dashboard} reading={reading} />}
          {reading.latest !== undefined && <KindsOfUse dashboard={dashboard} />}
        </div>
        {reading.latest !== undefined && (
          <div className={mergeClasses(styles.stack, styles.middle)}>
            <Departments dashboard={dashboard} />
          </div>
        )}
        <div className={mergeClasses(styles.stack, styles.quarter)}>
          <LibraryHealth library={dashboard.library} />
          <FeedbackHealth feedback={dashboard.feedback} />
        </div>
      </div>
    </div>
  );
}

function LoadingDashboard() {
  const styles = useStyles();
  return (
    <Skeleton aria-label={texts.loading} className={styles.root}>
      <SkeletonItem size={32} className={styles.loadingTitle} />
      <div className={styles.grid}>
        <SkeletonItem className={mergeClasses(styles.loadingCard, styles.figure)} />
        <SkeletonItem className={mergeClasses(styles.loadingCard, styles.twoThirds)} />
      </div>
      <SkeletonItem className={styles.loadingCard} />
    </Skeleton>
  );
}

const medium = '@media (max-width: 1100px)';
const narrow = '@media (max-width: 720px)';
const whole = { gridColumn: '1 / -1' };

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL },
  heading: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    columnGap: tokens.spacingHorizontalL,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  grid: {
    display: 'grid',
    gridTemplateColumns: 'repeat(12, minmax(0, 1fr))',
    // On a medium width the short panels go beside each other, the wide one below.
    gridAutoFlow: 'dense',
    gap: tokens.spacingHorizontalL,
  },
  cell: { display: 'grid', minWidth: 0 },
  third: { gridColumn: 'span 4', [medium]: { gridColumn: 'span 6' }, [narrow]: whole },
  figure: { gridColumn: 'span 4', [medium]: whole, [narrow]: whole },
  twoThirds: { gridColumn: 'span 8', [medium]: whole, [narrow]: whole },
  middle: { gridColumn: 'span 5', [medium]: whole, [narrow]: whole },
  quarter: { gridColumn: 'span 3', [medium]: { gridColumn: 'span 6' }, [narrow]: whole },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  loadingTitle: { width: '240px', maxWidth: '60%' },
  loadingCard: { height: '320px' },
});
