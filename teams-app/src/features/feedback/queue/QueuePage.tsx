import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ListAndOpen } from '../../../app/ListAndOpen';
import { Loaded } from '../../../app/Loaded';
import { useIsNarrow, wideOnly } from '../../../app/narrow';
import { currentRoute, goTo, stayAt } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { FeedbackPlace } from '../FeedbackPlace';
import { feedbackQueries } from '../feedbackQueries';
import { feedbackTexts } from '../feedbackTexts';
import { OpenFeedback } from '../triage/OpenFeedback';
import { BulkBar } from './BulkBar';
import { KeyboardHint } from './KeyboardHint';
import { QueueFilters } from './QueueFilters';
import { QueueList } from './QueueList';
import type { OpenAct, QueueSearch } from './queuePlace';
import { queueTexts as texts } from './queueTexts';
import { QueueViews } from './QueueViews';
import { useQueueKeys } from './useQueueKeys';

export interface QueuePageProps {
  search: QueueSearch | undefined;
  /** Key of the open item. */
  selected: string | undefined;
  act: OpenAct | undefined;
}

const everything: QueueSearch = {};

/** What must I answer now, and what became of the rest? */
export function QueuePage({ search = everything, selected, act }: QueuePageProps) {
  const styles = useStyles();
  const { api } = useSession();
  const isNarrow = useIsNarrow();
  const list = useInfiniteQuery(feedbackQueries.queue(api, search));
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const first = list.data?.pages[0];
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const triagers = first?.triagers ?? [];

  const choose = (keys: readonly string[], isChosen: boolean) => {
    const others = [...chosen].filter((key) => !keys.includes(key));
    setChosen(new Set(isChosen ? [...others, ...keys] : others));
  };
  const keys = useQueueKeys({
    open: selected,
    onAct: (clientKey, wanted) => {
      goTo({ page: 'feedbackQueue', search, clientKey, act: wanted });
    },
    onChoose: (clientKey) => {
      choose([clientKey], !chosen.has(clientKey));
    },
    onBack: () => {
      if (selected === undefined) return;
      const leavesForm = act !== undefined;
      stayAt({ page: 'feedbackQueue', search, ...(leavesForm ? { clientKey: selected } : {}) });
    },
  });

  return (
    <FeedbackPlace current="feedbackQueue" headingSeen={selected === undefined || !isNarrow}>
      <div className={mergeClasses(styles.top, selected !== undefined && styles.wideOnly)}>
        <div className={styles.views}>
          <QueueViews search={search} counts={first?.counts} />
          <KeyboardHint />
        </div>
        <QueueFilters
          search={search}
          onChange={(change) => {
            const now = currentRoute();
            stayAt({
              page: 'feedbackQueue',
              search: change(now?.page === 'feedbackQueue' ? (now.search ?? everything) : search),
              ...(selected === undefined ? {} : { clientKey: selected }),
            });
          }}
        />
      </div>
      <ListAndOpen
        label={texts.list}
        listRef={keys}
        isOpen={selected !== undefined}
        list={
          <>
            <BulkBar
              items={items.filter(({ clientKey }) => chosen.has(clientKey))}
              triagers={triagers}
              onDone={(done) => {
                choose(done, false);
              }}
              onClear={() => {
                setChosen(new Set());
              }}
            />
            <Loaded query={list} loading={<LoadingRows label={feedbackTexts.loading} rows={8} />}>
              {({ pages }) => (
                <QueueList {...{ list, pages, search, selected, chosen }} onChoose={choose} />
              )}
            </Loaded>
          </>
        }
      >
        {selected === undefined ? (
          <EmptyState title={texts.chooseTitle}>{texts.choose}</EmptyState>
        ) : (
          <OpenFeedback
            key={selected}
            clientKey={selected}
            search={search}
            act={act}
            triagers={triagers}
          />
        )}
      </ListAndOpen>
    </FeedbackPlace>
  );
}

const useStyles = makeStyles({
  top: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    marginBottom: tokens.spacingVerticalL,
  },
  views: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
  },
  wideOnly,
});
