import { makeStyles, tokens } from '@fluentui/react-components';

export interface BigFigure {
  readonly name: string;
  /** The figure as it is read; null where there is none, and the note says why. */
  readonly value: string | null;
  /** Over what it was taken. */
  readonly note: string;
}

/** A few figures under each other: the figure, what it is, and over what it was taken. */
export function BigFigures({ figures }: { figures: readonly BigFigure[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {figures.map(({ name, value, note }) => (
        <div key={name} className={styles.figure}>
          <dt className={styles.name}>{name}</dt>
          {value === null ? (
            <dd className={styles.unknown} aria-hidden>
              –
            </dd>
          ) : (
            <dd className={styles.value}>{value}</dd>
          )}
          <dd className={styles.note}>{note}</dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'space-evenly',
    flexGrow: 1,
    gap: tokens.spacingVerticalM,
    margin: 0,
  },
  figure: {
    display: 'grid',
    gridTemplateColumns: '96px 1fr',
    gridTemplateAreas: '"value name" "value note"',
    alignItems: 'center',
  },
  name: { gridArea: 'name', alignSelf: 'end', fontWeight: tokens.fontWeightSemibold },
  value: {
    gridArea: 'value',
    margin: 0,
    fontSize: tokens.fontSizeHero800,
    lineHeight: tokens.lineHeightHero800,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  unknown: { gridArea: 'value', margin: 0, color: tokens.colorNeutralForeground2 },
  note: {
    gridArea: 'note',
    alignSelf: 'start',
    margin: 0,
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
  },
});
