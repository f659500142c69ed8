import { Caption1, makeStyles, tokens } from '@fluentui/react-components';
import type { LegendEntry } from './drawnChart';

/** What each line, column or band is, drawn as the chart draws it, so that it does not rest on colour alone. */
export function ChartLegend({ entries }: { entries: readonly LegendEntry[] }) {
  const styles = useStyles();
  return (
    <ul className={styles.root}>
      {entries.map(({ name, color, width, dash }) => (
        <li key={name} className={styles.entry}>
          <svg width="24" height="12" aria-hidden focusable="false">
            <line
              x1="0"
              x2="24"
              y1="6"
              y2="6"
              stroke={color}
              strokeWidth={width}
              strokeDasharray={dash}
            />
          </svg>
          <Caption1>{name}</Caption1>
        </li>
      ))}
    </ul>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: `0 ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});
