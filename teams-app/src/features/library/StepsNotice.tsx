import { MessageBar, MessageBarBody, MessageBarTitle, Text } from '@fluentui/react-components';
import { failureInWords } from '@last-mile/shared/ui';
import { FailureNotice } from '../../app/FailureNotice';
import type { Steps } from './useSteps';

export interface StepsNoticeProps {
  steps: Steps;
  texts: {
    running: (done: number) => string;
    stopped: (done: number) => string;
    done: (done: number) => string;
    /** What was left as it is, by its titles. */
    kept: (titles: readonly string[]) => string;
  };
}

/** How far work of many steps has come, how it ended, and what it left. */
export function StepsNotice({ steps, texts }: StepsNoticeProps) {
  return <div role="status">{noticeOf(steps, texts)}</div>;
}

function noticeOf(steps: Steps, texts: StepsNoticeProps['texts']) {
  switch (steps.phase) {
    case 'none':
      return null;
    case 'running':
      return <Text>{texts.running(steps.done)}</Text>;
    case 'stopped':
      return (
        <FailureNotice title={texts.stopped(steps.done)}>
          {failureInWords(steps.error)}
        </FailureNotice>
      );
    case 'done':
      return (
        <MessageBar intent={steps.kept.length > 0 ? 'warning' : 'success'} layout="multiline">
          <MessageBarBody>
            <MessageBarTitle>{texts.done(steps.done)}</MessageBarTitle>{' '}
            {steps.kept.length > 0 && texts.kept(steps.kept.map(({ title }) => title))}
          </MessageBarBody>
        </MessageBar>
      );
  }
}
