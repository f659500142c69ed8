import { Text } from '@fluentui/react-components';
import { compareMaps, type MapComparison, type WorkflowMap } from '@last-mile/shared/workflows';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { namedTotals } from '../totalsInWords';
import { timeInWords } from '../timeInWords';
import { workflowsTexts as texts } from '../workflowsTexts';
import { BoardPart } from './BoardPart';

/** Is the task done otherwise than before the tool, and is it less? */
export function BeforeAfter({ map }: { map: WorkflowMap }) {
  const { formats } = useSession();
  if (map.before === null) {
    return (
      <BoardPart title={texts.beforeAfter}>
        <Text>{texts.noComparison}</Text>
      </BoardPart>
    );
  }
  const comparison = compareMaps(map.before, map.steps);
  const [before, after] = [
    namedTotals(comparison.before, formats),
    namedTotals(comparison.after, formats),
  ];
  const time = (minutes: number) =>
    `${minutes < 0 ? '−' : minutes > 0 ? '+' : ''}${timeInWords(Math.abs(minutes), formats)}`;
  const changes = changesOf(comparison, time, formats.points);
  return (
    <BoardPart title={texts.beforeAfter}>
      <Text>{texts.beforeAfterHint}</Text>
      <DataTable
        caption={texts.beforeAfterTable}
        captionHidden
        columns={[
          { key: 'what', title: texts.counted },
          { key: 'before', title: texts.before, numeric: true },
          { key: 'after', title: texts.after, numeric: true },
          { key: 'change', title: texts.change, numeric: true },
        ]}
        rows={before.map(({ name, says }, index) => ({
          key: name,
          cells: [name, says, after[index]?.says ?? '', changes[index] ?? texts.unknown],
        }))}
      />
    </BoardPart>
  );
}

/** In the order of {@link namedTotals}; what cannot be compared is undefined. */
function changesOf(
  comparison: MapComparison,
  time: (minutes: number) => string,
  count: (value: number) => string,
): (string | undefined)[] {
  const { before, after, minutes, waitMinutes, handoffs, frictions } = comparison;
  return [
    count(after.steps - before.steps),
    minutes === null ? undefined : time(minutes),
    waitMinutes === null ? undefined : time(waitMinutes),
    handoffs === null ? undefined : count(handoffs),
    count(frictions),
  ];
}
