import { makeStyles, tokens } from '@fluentui/react-components';
import { ShareBar } from './ShareBar';

export interface BarListProps {
  /** What a full bar stands for. */
  total: number;
  bars: readonly { name: string; value: number; words: string }[];
}

/** Counts under each other, each with a bar of its part of the whole. */
export function BarList({ total, bars }: BarListProps) {
  const styles = useStyles();
  return (
    <dl className={styles.root}>
      {bars.map(({ name, value, words }) => (
        <div key={name} className={styles.line}>
          <dt className={styles.name}>{name}</dt>
          <dd className={styles.value}>
            <ShareBar rate={total === 0 ? 0 : value / total} />
            <span>{words}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(40px, 1fr) auto',
    columnGap: tokens.spacingHorizontalS,
    margin: 0,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase300,
  },
  // Names, bars and figures of all lines stand under each other.
  line: {
    display: 'grid',
    gridColumn: '1 / -1',
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
  },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    display: 'grid',
    gridColumn: 'span 2',
    gridTemplateColumns: 'subgrid',
    alignItems: 'center',
    margin: 0,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});
