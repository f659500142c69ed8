import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';

export interface ShareBarProps {
  /** Between 0 and 1. */
  rate: number;
  /** Marked on the bar when given. */
  target?: number;
  /** @default false */
  thick?: boolean;
}

/** A share as a bar, with its target as a mark. The words beside it say the same. */
export function ShareBar({ rate, target, thick = false }: ShareBarProps) {
  const styles = useStyles();
  return (
    <svg
      aria-hidden
      focusable="false"
      className={mergeClasses(styles.root, thick && styles.thick)}
      viewBox="0 0 100 10"
      preserveAspectRatio="none"
    >
      <rect className={styles.track} x="0" y="2" width="100" height="6" />
      <rect className={styles.value} x="0" y="2" width={clamped(rate) * 100} height="6" />
      {target !== undefined && (
        <line
          className={styles.target}
          x1={clamped(target) * 100}
          x2={clamped(target) * 100}
          y1="0"
          y2="10"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

function clamped(share: number) {
  return Math.min(1, Math.max(0, share));
}

const useStyles = makeStyles({
  root: { display: 'block', width: '100%', height: '10px', overflow: 'visible' },
  thick: { height: '16px', marginBottom: tokens.spacingVerticalXS },
  track: { fill: tokens.colorNeutralBackground5 },
  value: {
    fill: tokens.colorCompoundBrandBackground,
    '@media (forced-colors: active)': { fill: 'Highlight' },
  },
  target: { stroke: tokens.colorNeutralForeground1, strokeWidth: '2px' },
});
