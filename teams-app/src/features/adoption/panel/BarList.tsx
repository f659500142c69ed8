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
  root: { margin: 0, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase300 },
  line: { display: 'grid', gridTemplateColumns: '3fr 2fr', alignItems: 'center' },
  name: { color: tokens.colorNeutralForeground2 },
  value: {
    display: 'grid',
    gridTemplateColumns: '1fr 3ch',
    alignItems: 'center',
    gap: tokens.spacingHorizontalS,
    margin: 0,
    textAlign: 'end',
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
});
