import { Caption1, makeStyles, tokens } from '@fluentui/react-components';

export interface BigFigure {
  readonly name: string;
  readonly value: string;
  /** Whether the value is a figure; else it is the reason why there is none. */
  readonly known: boolean;
  /** Over what it was taken. */
  readonly note: string;
}

/** A few figures side by side, each with its name over it and what it was taken over under it. */
export function BigFigures({ figures }: { figures: readonly BigFigure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {figures.map(({ name, value, known, note }) => (
        <div key={name}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.answer}>
            <span className={known ? styles.value : styles.reason}>{value}</span>
            <Caption1 block className={styles.name}>
              {note}
            </Caption1>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(120px, 1fr))',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    margin: 0,
  },
  name: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
  answer: { margin: 0 },
  value: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  reason: { fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
});
