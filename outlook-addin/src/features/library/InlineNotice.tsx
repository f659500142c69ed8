import {
  makeStyles,
  MessageBar,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface InlineNoticeProps {
  intent: 'info' | 'warning' | 'error';
  title: string;
  children: ReactNode;
}

/** Something to know before going on, announced when it appears. */
export function InlineNotice({ intent, title, children }: InlineNoticeProps) {
  const styles = useStyles();
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle className={styles.title}>{title}</MessageBarTitle> {children}
      </MessageBarBody>
    </MessageBar>
  );
}

const useStyles = makeStyles({ title: { display: 'block' } });
