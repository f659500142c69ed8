import {
  Button,
  MessageBar,
  MessageBarActions,
  MessageBarBody,
  MessageBarTitle,
} from '@fluentui/react-components';
import { ApiUnreachable } from '../client';
import { failureInWords } from './failureInWords';
import { uiTexts } from './uiTexts';

export interface LoadErrorProps {
  error: unknown;
  onRetry: () => void;
}

/** Says that something could not be loaded, why, and lets the person try again. */
export function LoadError({ error, onRetry }: LoadErrorProps) {
  const offline = error instanceof ApiUnreachable;
  return (
    <MessageBar intent={offline ? 'warning' : 'error'} layout="multiline">
      <MessageBarBody>
        <MessageBarTitle>
          {offline ? uiTexts.unreachableTitle : uiTexts.refusedTitle}
        </MessageBarTitle>{' '}
        {offline ? uiTexts.unreachable : failureInWords(error)}
      </MessageBarBody>
      <MessageBarActions>
        <Button onClick={onRetry}>{uiTexts.retry}</Button>
      </MessageBarActions>
    </MessageBar>
  );
}
