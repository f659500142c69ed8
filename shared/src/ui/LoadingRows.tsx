import { makeStyles, Skeleton, SkeletonItem, tokens } from '@fluentui/react-components';

export interface LoadingRowsProps {
  /** What is loading, for a screen reader. */
  label: string;
  /** How many lines to hold open. @default 5 */
  rows?: number;
}

/** Holds the place of rows that are on their way. */
export function LoadingRows({ label, rows = 5 }: LoadingRowsProps) {
  const styles = useStyles();
  return (
    <Skeleton aria-label={label} className={styles.root}>
      {Array.from({ length: rows }, (_, row) => (
        <SkeletonItem key={row} size={32} />
      ))}
    </Skeleton>
  );
}

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
});
