import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface NoticeProps {
  intent: 'info' | 'warning' | 'error';
  title?: string;
  children: ReactNode;
  action?: ReactNode;
  className?: string;
}

/** The bar of a notice, with what can be done about it. */
export function NoticeBar({ intent, title, children, action, className }: NoticeProps) {
  return (
    <MessageBar intent={intent} layout="multiline" {...(className && { className })}>
      <MessageBarBody>
        {title !== undefined && <MessageBarTitle>{title}</MessageBarTitle>} {children}
      </MessageBarBody>
      {action && <MessageBarActions>{action}</MessageBarActions>}
    </MessageBar>
  );
}
