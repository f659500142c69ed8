import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

const medium = '@media (max-width: 1000px)';
const narrow = '@media (max-width: 720px)';

export interface FirstScreenProps {
  /** How many figures stand beside each other where there is room. */
  columns: 2 | 3;
  children: ReactNode;
}

/** What is read on Monday: figures beside each other, or under each other where it is narrow. */
export function FirstScreen({ columns, children }: FirstScreenProps) {
  const styles = useStyles();
  return <div className={mergeClasses(styles.root, columns === 3 && styles.three)}>{children}</div>;
}

export interface BroadProps {
  /** How many columns of three it takes, where there is room. */
  of: 1 | 2 | 'all';
  children: ReactNode;
}

/** Takes more than one figure's place; all of a row where there are two columns only. */
export function Broad({ of, children }: BroadProps) {
  const styles = useStyles();
  const width = of === 'all' ? styles.all : of === 2 ? styles.twoThirds : styles.oneThird;
  return <div className={mergeClasses(styles.broad, width)}>{children}</div>;
}

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'repeat(2, minmax(0, 1fr))',
    gap: tokens.spacingHorizontalM,
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
    '@media print': { display: 'block', '& > *': { marginBottom: tokens.spacingVerticalM } },
  },
  three: {
    gridTemplateColumns: 'repeat(3, minmax(0, 1fr))',
    [medium]: { gridTemplateColumns: 'repeat(2, minmax(0, 1fr))' },
    [narrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  broad: { display: 'grid', minWidth: 0, '@media print': { display: 'block' } },
  all: { gridColumn: '1 / -1' },
  twoThirds: { gridColumn: 'span 2', [medium]: { gridColumn: '1 / -1' } },
  oneThird: { [medium]: { gridColumn: '1 / -1' } },
});
