import { Caption1, makeStyles, tokens } from '@fluentui/react-components';

export interface ChartLegendProps {
  entries: readonly { name: string; color: string; width: number; dash?: string }[];
}

/** What each line is, drawn as the chart draws it, so that it does not rest on colour alone. */
export function ChartLegend({ entries }: ChartLegendProps) {
  const styles = useStyles();
  return (
    <ul className={styles.root}>
      {entries.map(({ name, color, width, dash }) => (
        <li key={name} className={styles.entry}>
          <svg width="24" height="8" aria-hidden focusable="false">
            <line
              x1="0"
              x2="24"
              y1="4"
              y2="4"
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
    gap: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalL}`,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
    paddingInlineStart: tokens.spacingHorizontalM,
  },
  entry: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalS },
});
