import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { ReactNode, Ref } from 'react';

/** People one below the other, each in a `PersonRow`. */
export function PersonList({ titleId, children }: { titleId: string; children: ReactNode }) {
  const styles = useStyles();
  return (
    <ul className={styles.list} aria-labelledby={titleId}>
      {children}
    </ul>
  );
}

export interface PersonRowProps {
  name: string;
  /** What is said of the person, below the name. */
  children: ReactNode;
  /** At the end of the line. */
  action: ReactNode;
  /** Below the line, while it is open. */
  form: ReactNode;
  /** To give the focus to. */
  ref?: Ref<HTMLLIElement> | undefined;
}

/** One person, what is said of them and what can be done. */
export function PersonRow({ name, children, action, form, ref }: PersonRowProps) {
  const styles = useStyles();
  return (
    <li ref={ref} tabIndex={ref === undefined ? undefined : -1} className={styles.row}>
      <div className={styles.line}>
        <div className={styles.who}>
          <Text weight="semibold" block>
            {name}
          </Text>
          {children}
        </div>
        {action}
      </div>
      {form}
    </li>
  );
}

const useStyles = makeStyles({
  list: {
    display: 'flex',
    flexDirection: 'column',
    margin: 0,
    padding: 0,
    listStyleType: 'none',
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
  },
  row: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalS,
    paddingBlock: tokens.spacingVerticalM,
    borderBottom: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke2}`,
    minWidth: 0,
  },
  line: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'flex-start',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalM,
  },
  who: { minWidth: 0, overflowWrap: 'anywhere' },
});
