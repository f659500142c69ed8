import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';

export interface BoardPartProps {
  title: string;
  children: ReactNode;
}

/** A part of a task's page under its heading. */
export function BoardPart({ title, children }: BoardPartProps) {
  const styles = useStyles();
  const heading = useId();
  return (
    <section className={styles.root} aria-labelledby={heading}>
      <Subtitle1 as="h2" id={heading}>
        {title}
      </Subtitle1>
      {children}
    </section>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'stretch',
    gap: tokens.spacingVerticalM,
    minWidth: 0,
  },
});
