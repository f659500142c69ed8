import { makeStyles, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';
import { onNarrow, wideOnly } from './narrow';

export interface ListAndOpenProps {
  /** What the list is of. */
  label: string;
  listRef: Ref<HTMLElement>;
  list: ReactNode;
  isOpen: boolean;
  /** What is open of the list; or what stands in its place, where there is room for both. */
  children: ReactNode;
}

/** A list on the left and what is open of it on the right; one after the other when narrow. */
export function ListAndOpen({ label, listRef, list, isOpen, children }: ListAndOpenProps) {
  const styles = useStyles();
  return (
    <div className={styles.columns}>
      <section ref={listRef} aria-label={label} className={isOpen ? styles.wideOnly : undefined}>
        {list}
      </section>
      <div className={isOpen ? styles.open : styles.wideOnly}>{children}</div>
    </div>
  );
}

const wide = '@media (min-width: 861px)';

const useStyles = makeStyles({
  columns: {
    display: 'grid',
    gridTemplateColumns: 'minmax(300px, 5fr) minmax(0, 8fr)',
    alignItems: 'start',
    gap: tokens.spacingHorizontalXXL,
    [onNarrow]: { gridTemplateColumns: 'minmax(0, 1fr)' },
  },
  open: {
    minWidth: 0,
    [wide]: {
      position: 'sticky',
      top: tokens.spacingVerticalL,
      maxHeight: `calc(100vh - 2 * ${tokens.spacingVerticalL})`,
      overflowY: 'auto',
    },
  },
  wideOnly,
});
