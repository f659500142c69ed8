import { makeStyles, mergeClasses, Subtitle1, tokens } from '@fluentui/react-components';
import { useId, type ReactNode } from 'react';
import { useOffPaper } from '../../../app/useOffPaper';

export interface BoardPartProps {
  title: string;
  /** Leaves it out on paper: it is to be worked with. @default false */
  offPaper?: boolean;
  children: ReactNode;
}

/** A part of a task's page under its heading. */
export function BoardPart({ title, offPaper = false, children }: BoardPartProps) {
  const styles = useStyles();
  const offPaperClass = useOffPaper();
  const heading = useId();
  return (
    <section
      className={mergeClasses(styles.root, offPaper && offPaperClass)}
      aria-labelledby={heading}
    >
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
