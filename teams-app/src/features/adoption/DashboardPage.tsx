import {
  Caption1,
  makeStyles,
  Skeleton,
  SkeletonItem,
  Title2,
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
        <Title2 as="h1">{dashboard.programmeName}</Title2>
        <Caption1 className={styles.quiet}>{texts.asOf(formats.moment(dashboard.asOf))}</Caption1>
      </div>
      {reading.latest === undefined ? (
        <EmptyState title={texts.emptyTitle}>
          {texts.empty(formats.day(programme.startsOn))}
        </EmptyState>
      ) : (
        <div className={styles.first}>
          <ActiveRate dashboard={dashboard} reading={reading} />
          <WeekByWeek dashboard={dashboard} reading={reading} />
        </div>
      )}
      <div className={styles.second}>
        <div className={styles.stack}>
          {may.champion && <NeedsYou dashboard={dashboard} reading={reading} />}
          {reading.latest !== undefined && <KindsOfUse dashboard={dashboard} />}
        </div>
        {reading.latest !== undefined && <Departments dashboard={dashboard} />}
        <div className={styles.stack}>
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
      <div className={styles.first}>
        <SkeletonItem className={styles.loadingCard} />
        <SkeletonItem className={styles.loadingCard} />
      </div>
      <SkeletonItem className={styles.loadingCard} />
    </Skeleton>
  );
}

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
  first: {
    display: 'grid',
    gridTemplateColumns: 'minmax(280px, 4fr) minmax(0, 8fr)',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  second: {
    display: 'grid',
    gridTemplateColumns: 'minmax(260px, 4fr) minmax(0, 5fr) minmax(220px, 3fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalL,
    '@media (max-width: 1100px)': { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    '@media (max-width: 860px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  stack: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalL, minWidth: 0 },
  loadingTitle: { width: '240px', maxWidth: '60%' },
  loadingCard: { height: '320px' },
});
