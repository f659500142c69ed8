import { makeStyles, tokens } from '@fluentui/react-components';

export interface SparklineProps {
  /** Shares between 0 and 1 in order; null where unknown, and nothing is drawn there. */
  rates: readonly (number | null)[];
}

const width = 80;
const height = 24;

/** How a share moved, as a small line. The figures beside it say where it stands. */
export function Sparkline({ rates }: SparklineProps) {
  const styles = useStyles();
  return (
    <svg
      aria-hidden
      focusable="false"
      width={width}
      height={height}
      viewBox={`0 0 ${String(width)} ${String(height)}`}
      className={styles.root}
    >
      {toPaths(rates).map((points) => (
        <polyline key={points} className={styles.line} points={points} />
      ))}
    </svg>
  );
}

/** The points of each stretch of known shares. */
function toPaths(rates: readonly (number | null)[]): string[] {
  const step = rates.length > 1 ? (width - 4) / (rates.length - 1) : 0;
  const paths: string[][] = [[]];
  rates.forEach((rate, index) => {
    if (rate === null) paths.push([]);
    else {
      const x = 2 + index * step;
      const y = 2 + (1 - rate) * (height - 4);
      paths.at(-1)?.push(`${x.toFixed(1)},${y.toFixed(1)}`);
    }
  });
  return paths.filter((path) => path.length > 1).map((path) => path.join(' '));
}

const useStyles = makeStyles({
  root: { display: 'block' },
  line: {
    fill: 'none',
    stroke: tokens.colorCompoundBrandForeground1,
    strokeWidth: '2px',
    strokeLinejoin: 'round',
    strokeLinecap: 'round',
  },
});
