import { Button, Caption1, makeStyles, tokens } from '@fluentui/react-components';
import { addDays, type CalendarDay } from '@last-mile/shared/calendar';
import type { EffortResponse, EffortWeek } from '@last-mile/shared/programme';
import { DataTable } from '../../../app/DataTable';
import { useSession } from '../../../app/session';
import { effortTexts as texts } from './effortTexts';
import { moneyIn } from './money';

export interface EffortTableProps {
  effort: EffortResponse;
  today: CalendarDay;
  onOpen: (week: string) => void;
}

/** Each week, planned beside what it took. */
export function EffortTable({ effort: { weeks, currency }, today, onOpen }: EffortTableProps) {
  const styles = useStyles();
  const { formats } = useSession();
  const planned = (value: number | null, say: (value: number) => string) =>
    value === null ? <Caption1 className={styles.quiet}>{texts.noPlan}</Caption1> : say(value);
  const money = (amount: number) => moneyIn(formats, amount, currency);
  const unknown = <Caption1 className={styles.quiet}>{texts.unknown}</Caption1>;

  function cellsOf({ week, plannedHours, plannedSpend, actual }: EffortWeek) {
    const day = formats.day(week);
    return [
      <>
        {day} {addDays(week, 7) > today && <Caption1>({texts.running})</Caption1>}
      </>,
      planned(plannedHours, formats.number),
      actual === null ? unknown : formats.number(actual.hours),
      planned(plannedSpend, money),
      actual === null ? unknown : money(actual.spend),
      actual?.note ?? '',
      <Button
        key={week}
        size="small"
        aria-label={actual === null ? texts.writeOf(day) : texts.changeOf(day)}
        onClick={() => {
          onOpen(week);
        }}
      >
        {actual === null ? texts.write : texts.change}
      </Button>,
    ];
  }

  return (
    <DataTable
      caption={texts.table}
      columns={[
        { key: 'week', title: texts.week },
        { key: 'plannedHours', title: texts.plannedHours, numeric: true },
        { key: 'hours', title: texts.hours, numeric: true },
        { key: 'plannedSpend', title: texts.plannedSpend, numeric: true },
        { key: 'spend', title: texts.spend, numeric: true },
        { key: 'note', title: texts.note },
        { key: 'act', title: texts.write },
      ]}
      rows={weeks.toReversed().map((week) => ({ key: week.week, cells: cellsOf(week) }))}
    />
  );
}

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });
