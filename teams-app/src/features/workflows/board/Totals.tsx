import { Caption1, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { mapTotals, type MappedStep } from '@last-mile/shared/workflows';
import { useSession } from '../../../app/session';
import { namedTotals } from '../totalsInWords';

/** What the steps add up to, as long as they are changed too. */
export function Totals({ steps }: { steps: readonly MappedStep[] }) {
  const styles = useStyles();
  const { formats } = useSession();
  return (
    <dl className={styles.root}>
      {namedTotals(mapTotals(steps), formats).map(({ name, says }) => (
        <div key={name} className={styles.total}>
          <dt>
            <Caption1 className={styles.name}>{name}</Caption1>
          </dt>
          <dd className={styles.says}>
            <Subtitle2>{says}</Subtitle2>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalXXL}`,
    margin: 0,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    backgroundColor: tokens.colorNeutralBackground2,
  },
  total: { display: 'flex', flexDirection: 'column' },
  name: { color: tokens.colorNeutralForeground2 },
  says: { margin: 0, fontVariantNumeric: 'tabular-nums' },
});
