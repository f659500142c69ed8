import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { lazy, Suspense, useEffect, useState } from 'react';
import { usePrinting } from '../../app/printing';
import { useSession } from '../../app/session';
import { ActiveRate } from './activeRate/ActiveRate';
import { DashboardHeading } from './DashboardHeading';
import { withTable, type ChartName, type DashboardView } from './dashboardView';
import { DraftingTime } from './draftingTime/DraftingTime';
import { Broad, FirstScreen } from './FirstScreen';
import { LoadingDetail, LoadingPanel } from './LoadingDashboard';
import { NeedsYou } from './needsYou/NeedsYou';
import type { Look } from './panel/ChartPanel';
import { lastWeeks, type Shown } from './panel/shown';
import { readDashboard } from './weekReading';
import { WeekByWeek } from './weeks/WeekByWeek';

const DashboardDetail = lazy(async () => ({
  default: (await import('./DashboardDetail')).DashboardDetail,
}));
const BeforeFigures = lazy(async () => ({
  default: (await import('./start/BeforeFigures')).BeforeFigures,
}));

export interface DashboardProps {
  answer: DashboardResponse;
  view: DashboardView;
  onView: (view: DashboardView) => void;
}

/** The answer as a page: what is read on Monday first, everything behind it below. */
export function Dashboard({ answer, view, onView }: DashboardProps) {
  const styles = useStyles();
  const { formats, me, may } = useSession();
  const printing = usePrinting();
  const painted = useAfterFirstPaint();
  const reading = readDashboard(answer);
  const shown: Shown = {
    whole: answer,
    range: lastWeeks(answer, view.weeks),
    by: view.by,
    formats,
    sampleData: me.sampleData,
  };
  const lookOf = (chart: ChartName): Look => ({
    asTable: view.tables.includes(chart),
    onTable: (asTable) => {
      onView(withTable(view, chart, asTable));
    },
  });
  const measured = reading.latest !== undefined;
  // What waits for a champion waits now, whatever week is looked at.
  const needs = may.champion && view.until === null;
  return (
    <div className={mergeClasses(styles.root, printing && styles.paper)}>
      <DashboardHeading shown={shown} reading={reading} view={view} onView={onView} />
      <FirstScreen columns={needs ? 3 : 2}>
        {measured ? (
          <>
            <ActiveRate shown={shown} reading={reading} />
            <DraftingTime shown={shown} reading={reading} />
          </>
        ) : (
          <Broad of={2}>
            <Suspense fallback={<LoadingPanel />}>
              <BeforeFigures answer={answer} />
            </Suspense>
          </Broad>
        )}
        {needs && (
          <Broad of={1}>
            <NeedsYou dashboard={answer} reading={reading} />
          </Broad>
        )}
        {measured && (
          <Broad of="all">
            <WeekByWeek shown={shown} reading={reading} look={lookOf('weeks')} />
          </Broad>
        )}
      </FirstScreen>
      <Suspense fallback={<LoadingDetail />}>
        {painted ? (
          <DashboardDetail
            shown={shown}
            measured={measured}
            lookOf={lookOf}
            onBy={(by) => {
              onView({ ...view, by });
            }}
          />
        ) : (
          <LoadingDetail />
        )}
      </Suspense>
    </div>
  );
}

/** False until the first screen stands: what is below it does not compete with it. */
function useAfterFirstPaint(): boolean {
  const [painted, setPainted] = useState(false);
  useEffect(() => {
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        setPainted(true);
      });
    });
    return () => {
      cancelAnimationFrame(frame);
    };
  }, []);
  return painted;
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    '@media print': { display: 'block', '& > *': { marginBottom: tokens.spacingVerticalM } },
  },
  /** As wide as a sheet of A4 between its margins, so that charts are drawn for it. */
  paper: { maxWidth: '180mm' },
});
