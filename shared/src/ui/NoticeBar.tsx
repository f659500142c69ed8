import {
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import type { NoticeProps } from './Notice';

/** The bar of a {@link Notice}. */
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
