import { makeStyles, tokens } from '@fluentui/react-components';
import { failureInWords, LoadError, Notice } from '@last-mile/shared/ui';
import type { ReactNode } from 'react';
import { appTexts } from './appTexts';

/** What is asked of a query, whether it comes at once or page by page. */
interface LoadedQuery<Data> {
  readonly data: Data | undefined;
  readonly isError: boolean;
  readonly error: unknown;
  readonly refetch: () => Promise<unknown>;
}

export interface LoadedProps<Data> {
  query: LoadedQuery<Data>;
  /** What is said of older data that is still shown, for example as of when it is. */
  standing?: (data: Data) => string;
  /** Holds the place of what is on its way. */
  loading: ReactNode;
  children: (data: Data) => ReactNode;
}

/** Loading, failed, or there; and what was there stays when a later load fails, with a word on it. */
export function Loaded<Data>({ query, standing, loading, children }: LoadedProps<Data>) {
  const styles = useStyles();
  if (query.data !== undefined) {
    return (
      <>
        {query.isError && (
          <Notice intent="warning" className={styles.stale}>
            {appTexts.notRefreshed} {failureInWords(query.error)} {standing?.(query.data)}
          </Notice>
        )}
        {children(query.data)}
      </>
    );
  }
  if (query.isError) return <LoadError error={query.error} onRetry={() => void query.refetch()} />;
  return loading;
}

const useStyles = makeStyles({ stale: { marginBottom: tokens.spacingVerticalM } });
