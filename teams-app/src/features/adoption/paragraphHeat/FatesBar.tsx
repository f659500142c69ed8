import { makeStyles } from '@fluentui/react-components';
import { paragraphFate, type ParagraphFates } from '@last-mile/shared/adoption';
import { seriesColors } from '@last-mile/shared/ui';

const colors = {
  kept: seriesColors.series1,
  rewritten: seriesColors.series2,
  deleted: seriesColors.series4,
};

/** What became of a paragraph, as parts of one bar. The words beside it say the same. */
export function FatesBar({ fates }: { fates: ParagraphFates }) {
  const styles = useStyles();
  return (
    <div aria-hidden className={styles.root}>
      {paragraphFate.options.map((fate) => (
        <div key={fate} style={{ flexGrow: fates[fate], backgroundColor: colors[fate] }} />
      ))}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    height: '10px',
    forcedColorAdjust: 'none',
  },
});
