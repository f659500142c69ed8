import { makeStyles, Skeleton, SkeletonItem, Text, ToggleButton } from '@fluentui/react-components';
import { TableRegular } from '@fluentui/react-icons/svg/table';
import { lazy, Suspense, type ReactNode } from 'react';
import { useOffPaper } from '../../../app/useOffPaper';
import type { ChartName } from '../dashboardView';
import { Panel, type PanelProps } from './Panel';
import { panelTexts as texts } from './panelTexts';

const PanelTable = lazy(async () => ({ default: (await import('./PanelTable')).PanelTable }));

/** How a panel's chart is seen; the address keeps it. */
export interface Look {
  readonly asTable: boolean;
  readonly onTable: (asTable: boolean) => void;
}

export interface ChartPanelProps extends Omit<PanelProps, 'aside'> {
  name: ChartName;
  summary: string;
  /** There is nothing to draw; the summary says why. @default false */
  empty?: boolean;
  look: Look;
  /** Height that is held for the chart and its legend, in pixels. */
  height: number;
  /** Under the chart and under its table. */
  foot?: ReactNode;
  /** The chart; it may come later. */
  children: ReactNode;
}

/** A panel whose answer is drawn: in words, as a chart, and as a table with the same figures. */
export function ChartPanel({
  summary,
  empty = false,
  look,
  height,
  foot,
  children,
  ...panel
}: ChartPanelProps) {
  const styles = useStyles();
  const offPaper = useOffPaper();
  const loading = (
    <Skeleton aria-label={texts.chartLoading}>
      <SkeletonItem style={{ height }} />
    </Skeleton>
  );
  return (
    <Panel
      {...panel}
      aside={
        !empty && (
          <ToggleButton
            appearance="subtle"
            size="small"
            icon={<TableRegular />}
            checked={look.asTable}
            aria-label={texts.showAsTable(panel.title)}
            className={offPaper}
            onClick={() => {
              look.onTable(!look.asTable);
            }}
          >
            {texts.table}
          </ToggleButton>
        )
      }
    >
      <Text>{summary}</Text>
      {!empty && (
        <div style={{ minHeight: height }} className={styles.place}>
          <Suspense fallback={loading}>
            {look.asTable ? <PanelTable name={panel.name} shown={panel.shown} /> : children}
          </Suspense>
        </div>
      )}
      {foot}
    </Panel>
  );
}

const useStyles = makeStyles({ place: { minWidth: 0 } });
