import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';
import { dashboardTexts as texts } from './dashboardTexts';
import { Broad, FirstScreen } from './FirstScreen';

export interface LoadingDashboardProps {
  /** What waits for a champion stands beside the figures. */
  needs: boolean;
}

/** Holds the place of the whole page while its figures are on their way. */
export function LoadingDashboard({ needs }: LoadingDashboardProps) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={texts.loading} className={styles.root}>
      <SkeletonItem className={styles.heading} />
      <FirstScreen columns={needs ? 3 : 2}>
        <SkeletonItem className={styles.figure} />
        <SkeletonItem className={styles.figure} />
        {needs && (
          <Broad of={1}>
            <SkeletonItem className={styles.figure} />
          </Broad>
        )}
        <Broad of="all">
          <SkeletonItem className={styles.panel} />
        </Broad>
      </FirstScreen>
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

/** Holds the place of one panel. */
export function LoadingPanel() {
  const styles = useStyles();
  return (
    <Skeleton aria-label={texts.loading}>
      <SkeletonItem className={styles.panel} />
    </Skeleton>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  // As high as what takes its place.
  heading: { height: '44px', width: '420px', maxWidth: '80%' },
  figure: { height: '274px' },
  panel: { height: '300px' },
});
