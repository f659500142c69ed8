import { lazy, Suspense } from 'react';

const AskPanel = lazy(async () => ({
  default: (await import('../features/practice/AskPanel')).AskPanel,
}));

/** Whom to ask about a task, beside what serves it; loaded with the first item that serves one. */
export function LazyAskPanel(props: { taskKey: string; task: string }) {
  return (
    <Suspense>
      <AskPanel {...props} />
    </Suspense>
  );
}
