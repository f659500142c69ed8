import { lazy, Suspense } from 'react';
import type { FeedbackDialogProps } from './FeedbackDialog';

const FeedbackDialog = lazy(async () => ({
  default: (await import('./FeedbackDialog')).FeedbackDialog,
}));

/** The feedback dialog, loaded when somebody wants to write: the first screen does not pay for it. */
export function LazyFeedbackDialog(props: FeedbackDialogProps) {
  return (
    <Suspense>
      <FeedbackDialog {...props} />
    </Suspense>
  );
}
