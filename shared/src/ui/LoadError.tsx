import { Button } from '@fluentui/react-components';
import { ApiUnreachable } from '../client';
import { failureInWords } from './failureInWords';
import { Notice } from './Notice';
import { uiTexts } from './uiTexts';

export interface LoadErrorProps {
  error: unknown;
  onRetry: () => void;
}

/** Says that something could not be loaded, why, and lets the person try again. */
export function LoadError({ error, onRetry }: LoadErrorProps) {
  const offline = error instanceof ApiUnreachable;
  return (
    <Notice
      intent={offline ? 'warning' : 'error'}
      title={offline ? uiTexts.unreachableTitle : uiTexts.refusedTitle}
      action={<Button onClick={onRetry}>{uiTexts.retry}</Button>}
    >
      {offline ? uiTexts.unreachable : failureInWords(error)}
    </Notice>
  );
}
