import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { dashboardTexts as texts } from './dashboardTexts';

/** Holds the place of the whole page while its figures are on their way. */
export function LoadingDashboard() {
  const styles = useStyles();
  return (
    <Skeleton aria-label={texts.loading} className={styles.root}>
      <SkeletonItem size={40} className={styles.title} />
      <div className={styles.first}>
        <SkeletonItem className={styles.figure} />
        <SkeletonItem className={styles.figure} />
        <SkeletonItem className={styles.figure} />
      </div>
      <SkeletonItem className={styles.panel} />
    </Skeleton>
  );
}

/** Holds the place of what is below the first screen. */
export function LoadingDetail() {
  const styles = useStyles();
  return (
    <Skeleton aria-label={texts.loading} className={styles.root}>
      {[0, 1, 2, 3].map((section) => (
        <SkeletonItem key={section} className={styles.panel} />
      ))}
    </Skeleton>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  title: { width: '280px', maxWidth: '70%' },
  first: {
    display: 'grid',
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    '@media (max-width: 1000px)': { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  figure: { height: '260px' },
  panel: { height: '290px' },
});
