import { Caption1, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { EffortResponse } from '@last-mile/shared/programme';
import { useSession } from '../../../app/session';
import { effortTexts as texts } from './effortTexts';
import { moneyIn } from './money';

/** What it took until now beside the plan, and how much of that is not known. */
export function EffortTotals({ effort: { totals, currency } }: { effort: EffortResponse }) {
  const styles = useStyles();
  const { formats } = useSession();
  const { written, weeksWithout } = totals;
  return (
    <div className={styles.root}>
      {written === null ? (
        <Text weight="semibold">{texts.nothingWritten}</Text>
      ) : (
        <>
          <Caption1>{texts.totalsOf}</Caption1>
          <Text weight="semibold">
            {written.plannedHours === null
              ? texts.totalHoursOnly(formats.number(written.actualHours))
              : texts.totalHours(
                  formats.number(written.actualHours),
                  formats.number(written.plannedHours),
                )}
          </Text>
          <Text weight="semibold">
            {written.plannedSpend === null
              ? texts.totalSpendOnly(moneyIn(formats, written.actualSpend, currency))
              : texts.totalSpend(
                  moneyIn(formats, written.actualSpend, currency),
                  moneyIn(formats, written.plannedSpend, currency),
                )}
          </Text>
        </>
      )}
      {weeksWithout > 0 && <Caption1>{texts.without(weeksWithout)}</Caption1>}
    </div>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalXS },
});
