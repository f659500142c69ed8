import { Caption1, Link, makeStyles, Text, ToggleButton, tokens } from '@fluentui/react-components';
import { DataTable } from '../../../app/DataTable';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { groupings, type Grouping } from '../dashboardView';
import { peopleInWords, shareInWords } from '../../../app/figures/figureWords';
import { Panel } from '../panel/Panel';
import { ShareBar } from '../../../app/figures/ShareBar';
import { Sparkline } from '../panel/Sparkline';
import type { Shown } from '../panel/shown';
import { useOffPaper } from '../../../app/useOffPaper';
import { rateOf } from '../weekReading';
import { readGroups, type GroupReading } from './groupReading';
import { change, groupsReport } from './groupsReport';
import { groupsTexts as texts } from './groupsTexts';

export interface GroupsPanelProps {
  shown: Shown;
  onBy: (by: Grouping) => void;
}

/** Answers "Where is it used, and where do people need help?" */
export function GroupsPanel({ shown, onBy }: GroupsPanelProps) {
  const { by } = shown;
  const { may } = useSession();
  const offPaper = useOffPaper();
  const rows = readGroups(shown.range, by);
  return (
    <Panel
      name="groups"
      title={texts.title}
      definition={texts.definition(shown.whole.smallestGroup)}
      shown={shown}
      aside={
        <div role="group" aria-label={texts.by} className={offPaper}>
          {groupings.map((grouping) => (
            <ToggleButton
              key={grouping}
              appearance="subtle"
              size="small"
              checked={grouping === by}
              onClick={() => {
                onBy(grouping);
              }}
            >
              {texts.groupings[grouping]}
            </ToggleButton>
          ))}
        </div>
      }
    >
      {rows.length === 0 ? (
        <Text>{texts.none[by]}</Text>
      ) : (
        <>
          <Text>{groupsReport(shown).summary}</Text>
          <GroupsTable shown={shown} rows={rows} />
        </>
      )}
      {may.champion && by === 'jobFamily' && (
        <Link href={toHref({ page: 'peopleAndData' })} className={offPaper}>
          {texts.editJobFamilies}
        </Link>
      )}
    </Panel>
  );
}

interface GroupsTableProps {
  shown: Shown;
  rows: readonly GroupReading[];
}

function GroupsTable({ shown, rows }: GroupsTableProps) {
  const { by } = shown;
  // The change since before the programme is read from all weeks, the trend from the chosen ones.
  const changes = new Map(readGroups(shown.whole, by).map((row) => [row.name, row]));
  return (
    <DataTable
      caption={texts.captions[by]}
      captionHidden
      columns={[
        { key: 'name', title: texts.groupings[by] },
        { key: 'now', title: texts.columnLastWeek },
        { key: 'trend', title: texts.columnTrend },
        { key: 'change', title: texts.columnChange, numeric: true },
      ]}
      rows={rows.map((row) => ({
        key: row.name,
        cells: [
          row.name,
          <Now key="now" row={row} shown={shown} />,
          <Sparkline key="trend" rates={row.rates} />,
          change(changes.get(row.name) ?? row, shown).text,
        ],
      }))}
    />
  );
}

function Now({ row: { now }, shown: { whole, formats } }: { row: GroupReading; shown: Shown }) {
  const styles = useStyles();
  const rate = rateOf(now);
  const words = shareInWords(now, formats, whole.smallestGroup);
  if (rate === null) return <Caption1 className={styles.quiet}>{words}</Caption1>;
  return (
    <div className={styles.now}>
      <div className={styles.line}>
        <Text weight="semibold">{words}</Text>
        <Caption1 className={styles.quiet}>{peopleInWords(now, formats)}</Caption1>
      </div>
      <ShareBar rate={rate} target={whole.targetActiveRate} />
    </div>
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
