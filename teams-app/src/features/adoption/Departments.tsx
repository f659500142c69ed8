import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import { DataTable } from '../../app/DataTable';
import { useSession } from '../../app/session';
import { adoptionTexts as texts } from './adoptionTexts';
import { changeBetween, rateOf, readDepartments, type DepartmentReading } from './dashboardReading';
import { Panel } from './Panel';
import { Sparkline } from './Sparkline';
import { ShareBar } from './ShareBar';
import { peopleInWords, shareInWords } from './shareInWords';

/** Where the team uses it and where not: the last week by department, small groups hidden. */
export function Departments({ dashboard }: { dashboard: DashboardResponse }) {
  const { smallestGroup } = dashboard;
  const rows = readDepartments(dashboard);
  return (
    <Panel title={texts.departmentsTitle} definition={texts.departmentsDefinition(smallestGroup)}>
      {rows.length === 0 ? (
        <Text>{texts.noDepartments}</Text>
      ) : (
        <DataTable
          caption={texts.departmentsCaption}
          captionHidden
          columns={[
            { key: 'department', title: texts.columnDepartment },
            { key: 'now', title: texts.columnLastWeek },
            { key: 'trend', title: texts.columnTrend },
            { key: 'change', title: texts.columnChange, numeric: true },
          ]}
          rows={rows.map((row) => ({
            key: row.department,
            cells: [
              row.department,
              <Now
                key="now"
                row={row}
                smallestGroup={smallestGroup}
                target={dashboard.targetActiveRate}
              />,
              <Sparkline key="trend" rates={row.rates} />,
              <Change key="change" row={row} smallestGroup={smallestGroup} />,
            ],
          }))}
        />
      )}
    </Panel>
  );
}

interface CellProps {
  row: DepartmentReading;
  smallestGroup: number;
}

function Now({ row, smallestGroup, target }: CellProps & { target: number }) {
  const styles = useStyles();
  const { formats } = useSession();
  const rate = rateOf(row.now);
  const words = shareInWords(row.now, formats, smallestGroup);
  if (rate === null) return <Caption1 className={styles.quiet}>{words}</Caption1>;
  return (
    <div className={styles.now}>
      <div className={styles.line}>
        <Text weight="semibold">{words}</Text>
        <Caption1 className={styles.quiet}>{peopleInWords(row.now, formats)}</Caption1>
      </div>
      <ShareBar rate={rate} target={target} />
    </div>
  );
}

function Change({ row, smallestGroup }: CellProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const { now, before } = row;
  if (now.state !== 'known' || before.state !== 'known') return null;
  const from = rateOf(before);
  const to = rateOf(now);
  if (from === null || to === null) return null;
  const change = changeBetween({ n: before.n, rate: from }, { n: now.n, rate: to }, smallestGroup);
  return (
    <Caption1 className={styles.quiet}>
      {change === null ? texts.same : formats.points(change)}
    </Caption1>
  );
}

const useStyles = makeStyles({
  quiet: { color: tokens.colorNeutralForeground2 },
  now: { minWidth: '120px' },
  line: {
    display: 'flex',
    alignItems: 'baseline',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
});
