import {
  makeStyles,
  SkeletonItem,
  Skeleton,
  Text,
  ToggleButton,
  tokens,
} from '@fluentui/react-components';
import { DataTrendingRegular } from '@fluentui/react-icons/svg/data-trending';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { lazy, Suspense, useState } from 'react';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import type { DashboardReading } from './dashboardReading';
import { Panel } from './Panel';
import { summaryOf } from './summary';
import { WeeksTable } from './WeeksTable';

const WeeksChart = lazy(async () => ({ default: (await import('./WeeksChart')).WeeksChart }));

export interface WeekByWeekProps {
  dashboard: DashboardResponse;
  reading: DashboardReading;
}

/** The active rate over the weeks, as a chart or as a table with the same figures, and in words. */
export function WeekByWeek({ dashboard, reading }: WeekByWeekProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const [shown, setShown] = useState<'chart' | 'table'>('chart');
  return (
    <Panel
      title={texts.weeksTitle}
      definition={texts.weeksDefinition}
      aside={
        <div role="group" aria-label={texts.showAs} className={styles.choice}>
          <ToggleButton
            size="small"
            appearance="subtle"
            icon={<DataTrendingRegular />}
            checked={shown === 'chart'}
            onClick={() => {
              setShown('chart');
            }}
          >
            {texts.chart}
          </ToggleButton>
          <ToggleButton
            size="small"
            appearance="subtle"
            icon={<TableRegular />}
            checked={shown === 'table'}
            onClick={() => {
              setShown('table');
            }}
          >
            {texts.table}
          </ToggleButton>
        </div>
      }
    >
      <Text>{summaryOf(dashboard, reading, formats)}</Text>
      {shown === 'chart' ? (
        <Suspense
          fallback={
            <Skeleton aria-label={texts.chartLoading}>
              <SkeletonItem className={styles.loading} />
            </Skeleton>
          }
        >
          <WeeksChart dashboard={dashboard} />
        </Suspense>
      ) : (
        <WeeksTable dashboard={dashboard} />
      )}
    </Panel>
  );
}

const useStyles = makeStyles({
  choice: { display: 'flex', gap: tokens.spacingHorizontalXS },
  loading: { height: '280px' },
});
