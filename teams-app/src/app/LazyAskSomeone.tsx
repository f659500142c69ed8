import { lazy, Suspense } from 'react';
import { useSession } from './session';

const AskSomeone = lazy(async () => ({
  default: (await import('@last-mile/shared/ask-someone')).AskSomeone,
}));

/** Whom to ask about a task, beside what serves it; loaded with the first item that serves one. */
export function LazyAskSomeone(props: { taskKey: string; task: string }) {
  const { api } = useSession();
  return (
    <Suspense>
      <AskSomeone client={api} {...props} />
    </Suspense>
  );
}
