import { MessageBar, MessageBarBody, MessageBarTitle } from '@fluentui/react-components';
import type { ReactNode } from 'react';

export interface FailureNoticeProps {
  /** What was not done, where the place of the notice does not say it. */
  title?: string;
  /** Why, and what remains, in a sentence or two. */
  children: ReactNode;
}

/** Says beside what somebody tried that it did not work. */
export function FailureNotice({ title, children }: FailureNoticeProps) {
  return (
    <MessageBar intent="error" layout="multiline">
      <MessageBarBody>
        {title !== undefined && (
          <>
            <MessageBarTitle>{title}</MessageBarTitle>{' '}
          </>
        )}
        {children}
      </MessageBarBody>
    </MessageBar>
  );
}
