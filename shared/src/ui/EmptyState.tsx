import { makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  title: string;
  /** What it means and what to do, in a sentence or two. */
  children?: ReactNode;
  /** The one thing to do next. */
  action?: ReactNode;
  /** Level of the title: `h1` where it is the whole screen. @default 'h2' */
  heading?: 'h1' | 'h2';
}

/** A screen or list with nothing in it, that says why and what to do. */
export function EmptyState({ title, children, action, heading = 'h2' }: EmptyStateProps) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <Subtitle2 as={heading} block>
        {title}
      </Subtitle2>
      {children !== undefined && (
        <Text align="center" className={styles.text}>
          {children}
        </Text>
      )}
      {action}
    </div>
  );
}

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: tokens.spacingVerticalM,
    paddingBlock: tokens.spacingVerticalXXXL,
    paddingInline: tokens.spacingHorizontalL,
    textAlign: 'center',
  },
  text: { maxWidth: '56ch', color: tokens.colorNeutralForeground2 },
});
