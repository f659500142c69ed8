import { Caption1, makeStyles, tokens } from '@fluentui/react-components';

export interface StackPart {
  readonly name: string;
  readonly value: number;
  /** The value as it is read. */
  readonly words: string;
  readonly color: string;
}

/** One bar in parts, and a legend in the same order that gives each part's figure. */
export function StackBar({ parts }: { parts: readonly StackPart[] }) {
  const styles = useStyles();
  return (
    <>
      <div className={styles.bar} aria-hidden>
        {parts
          .filter(({ value }) => value > 0)
          .map(({ name, value, color }) => (
            <div key={name} style={{ flexGrow: value, backgroundColor: color }} />
          ))}
      </div>
      <dl className={styles.legend}>
        {parts.map(({ name, words, color }) => (
          <div key={name} className={styles.entry}>
            <dt className={styles.name}>
              <span className={styles.swatch} style={{ backgroundColor: color }} aria-hidden />
              <Caption1>{name}</Caption1>
            </dt>
            <dd className={styles.value}>{words}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    gap: '2px',
    height: '24px',
    marginBlock: tokens.spacingVerticalS,
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    forcedColorAdjust: 'none',
  },
  legend: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(112px, 1fr))',
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  entry: { display: 'flex', flexDirection: 'column' },
  name: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
  swatch: {
    width: '10px',
    height: '10px',
    borderRadius: tokens.borderRadiusSmall,
    forcedColorAdjust: 'none',
  },
  value: {
    margin: 0,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});
