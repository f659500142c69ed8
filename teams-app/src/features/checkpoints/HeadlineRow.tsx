import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { SaidFigure } from './said/saidFigure';

/** The figures a leader reads first, beside each other. */
export function HeadlineRow({ figures }: { figures: readonly SaidFigure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {figures.map(({ name, says, behind }) => (
        <div key={name} className={styles.figure}>
          <dt>
            <Caption1 className={styles.quiet}>{name}</Caption1>
          </dt>
          <dd className={styles.says}>{says}</dd>
          {behind !== '' && (
            <dd className={styles.behind}>
              <Caption1 className={styles.quiet}>{behind}</Caption1>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 172px), 1fr))',
    gap: tokens.spacingHorizontalM,
    margin: 0,
  },
  figure: {
    minWidth: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media print': { breakInside: 'avoid' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  says: {
    margin: 0,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  behind: { margin: 0, fontVariantNumeric: 'tabular-nums' },
});
