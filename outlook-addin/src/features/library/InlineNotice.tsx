import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface InlineNoticeProps {
  intent: 'info' | 'warning' | 'error';
  title: string;
  children: ReactNode;
}

/** Something to know before going on, announced when it appears. */
export function InlineNotice({ intent, title, children }: InlineNoticeProps) {
  return (
    <MessageBar intent={intent} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>{title}</MessageBarTitle> {children}
      </MessageBarBody>
    </MessageBar>
  );
}
