import { makeStyles } from '@fluentui/react-components';
import type { DeviceEvent, RedoAnswered, UsageEvent } from '@last-mile/shared/adoption';
import type { FeedbackSubject, TabAddress } from '@last-mile/shared/feedback';
import type { LibraryItem } from '@last-mile/shared/library';
import { EmptyState } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { lazy, useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import { flushSync } from 'react-dom';
import { watchIdle } from '../features/adoption/idleWatch';
import { RedoQuestion } from '../features/adoption/RedoQuestion';
import { feedbackTexts } from '../features/feedback/feedbackTexts';
import { FlagReadMessage } from '../features/feedback/FlagReadMessage';
import type { Begun } from '../features/library/drawFirstRows';
import { createFirstRows } from '../features/library/firstRows';
import { firstRowsOf } from '../features/library/firstRowsOf';
import { LibraryPage } from '../features/library/LibraryPage';
import { libraryTexts } from '../features/library/libraryTexts';
import { familyChoiceOf, readersFamily } from '../features/library/readersFamily';
import type { AroundRows } from '../features/library/useKeepFirstRows';
import { formatMoment } from './formatMoment';
import type { KeptChoices } from './keptChoices';
import { createKeptUses, type KeptUse } from './keptUses';
import { LatePart } from './LatePart';
import type { OfficeHost } from './officeHost';
import { Opening } from './Opening';
import { PaneFooter } from './PaneFooter';
import { KeptNotice, PaneProblem } from './PaneNotice';
import { paneQueries, type LibraryDoors } from './paneQueries';
import type { PaneSession } from './paneSession';
import { paneTexts as texts } from './paneTexts';
import { RefusedFeedbackNotice } from './RefusedFeedbackNotice';
import { SendAlertNotice } from './SendAlertNotice';
import type { SignIn } from './signIn';
import { useRedoQuestion } from './useRedoQuestion';
import { useWaiting } from './useWaiting';

const FeedbackPage = lazy(async () => {
  const { FeedbackPage: page } = await import('../features/feedback/FeedbackPage');
  return { default: page };
});

const MyFeedbackPage = lazy(async () => {
  const { MyFeedbackPage: page } = await import('../features/feedback/MyFeedbackPage');
  return { default: page };
});

const AskSomeone = lazy(async () => {
  const { AskSomeone: panel } = await import('@last-mile/shared/ask-someone');
  return { default: panel };
});

export interface OpenPaneProps {
  host: OfficeHost;
  session: PaneSession;
  choices: KeptChoices;
  doors: LibraryDoors;
  signIn: SignIn;
  tab: TabAddress | null;
  /** What was begun before the pane was there; null for nothing. */
  begun: Begun | null;
}

interface FeedbackTarget {
  readonly about: FeedbackSubject;
  readonly label: string;
}

/** The library of a known person: the kept one at once, then the fresh one; and feedback beside it. */
export function OpenPane({ host, session, choices, doors, signIn, tab, begun }: OpenPaneProps) {
  const styles = useStyles();
  const { account, queue } = session;
  const message = useSyncExternalStore(host.onMessageChanged, host.currentMessage);
  const reading = useSyncExternalStore(host.onMessageChanged, host.currentReading);
  const waiting = useWaiting(queue);
  const familyChoice = familyChoiceOf(account);
  const [family, setFamily] = useState(() => choices.get(familyChoice));
  /** What lies over the library: the form, or the list of one's own feedback. */
  const [over, setOver] = useState<FeedbackTarget | 'mine' | null>(null);
  const cameFrom = useRef<Element | null>(null);
  const [uses] = useState(() => createKeptUses(choices, account));
  const [usedLately, setUsedLately] = useState(() => uses.all().map(({ itemKey }) => itemKey));

  const library = useQuery(paneQueries.library(session, doors));
  const items = library.data?.items ?? [];
  const redo = useRedoQuestion({ account, choices, uses, items });
  const [firstRows] = useState(() => createFirstRows(choices, account));
  const mode = reading === null ? 'writing' : 'reading';
  const kept = library.data;
  const keepFirstRows = useCallback(
    (around: AroundRows) => {
      if (kept === undefined) return;
      const { displayLanguage } = host;
      const shown = readersFamily(family, kept.me) ?? '';
      const rows = firstRowsOf({ snapshot: kept, family: shown, usedLately, theme: host.theme() });
      firstRows.keep(mode, { ...rows, ...around, displayLanguage });
    },
    [firstRows, mode, host, kept, family, usedLately],
  );
  const hasList = library.data?.me.programme !== null;
  useEffect(() => {
    if (!hasList) firstRows.forget();
  }, [firstRows, hasList]);
  useEffect(() => {
    if (message === null) return undefined;
    return watchIdle({
      page: document,
      now: Date.now,
      tell: (idleMs) => void message.addIdle(idleMs).catch(() => undefined),
    });
  }, [message]);
  const retry = () => void library.refetch();
  const withDialog = (claims?: string) => {
    void signIn.withDialog(claims).then(retry, retry);
  };

  if (library.isPending) {
    return <Opening label={libraryTexts.loading} />;
  }
  if (library.data === undefined) {
    return (
      <main aria-label={texts.name}>
        <PaneProblem error={library.error} onRetry={retry} onSignIn={withDialog} />
      </main>
    );
  }
  const snapshot = library.data;
  if (snapshot.me.programme === null) {
    return (
      <main aria-label={texts.name}>
        <EmptyState heading="h1" title={texts.noProgramme}>
          {texts.noProgrammeText}
        </EmptyState>
      </main>
    );
  }

  /** Keys and numbers only; it leaves the device when the API can be reached. */
  const count = (event: DeviceEvent) => void queue.count(event).then(() => queue.flush());
  const openOver = (what: FeedbackTarget | 'mine') => {
    cameFrom.current = document.activeElement;
    setOver(what);
  };
  const closeOver = () => {
    // The page behind must be there again before it can take the focus.
    flushSync(() => {
      setOver(null);
    });
    if (cameFrom.current instanceof HTMLElement) cameFrom.current.focus();
  };
  const asOf = formatMoment(new Date(snapshot.asOf), new Date());

  return (
    <>
      <div className={over === null ? styles.page : styles.away}>
        <LibraryPage
          snapshot={snapshot}
          message={message}
          reading={reading}
          begun={begun}
          keepFirstRows={library.isError || redo !== null || over !== null ? null : keepFirstRows}
          chosenFamily={family}
          onChooseFamily={(chosen) => {
            choices.set(familyChoice, chosen);
            setFamily(chosen);
          }}
          usedLately={usedLately}
          onUsed={(item) => {
            const event = toUsageEvent(item);
            uses.add({ ...event, at: new Date(event.at) });
            setUsedLately((before) => [item.clientKey, ...before]);
            count(event);
          }}
          onFlag={(item) => {
            openOver({ about: toSubject(item), label: item.content.title });
          }}
          tab={tab}
          ask={({ content: { taskKey } }) => {
            const task = snapshot.workflows.find(({ clientKey }) => clientKey === taskKey);
            if (task === undefined) return null;
            return (
              <LatePart>
                <AskSomeone client={session.client} taskKey={task.clientKey} task={task.task} />
              </LatePart>
            );
          }}
          notice={
            <>
              {library.isError && (
                <KeptNotice
                  error={library.error}
                  asOf={asOf}
                  onRetry={retry}
                  onSignIn={withDialog}
                />
              )}
              {message !== null && <SendAlertNotice message={message} />}
              {reading !== null && (
                <FlagReadMessage
                  onFlag={() => {
                    openOver({ about: { type: 'aiOutput' }, label: feedbackTexts.aiMessage });
                  }}
                />
              )}
              <RefusedFeedbackNotice queue={queue} />
              {redo !== null && (
                <RedoQuestion
                  title={redo.title}
                  onAnswer={(answer) => {
                    count(toRedoAnswered(redo.use, answer));
                    redo.close();
                  }}
                  onDismiss={redo.close}
                />
              )}
            </>
          }
          footer={
            <PaneFooter
              asOf={texts.asOf(asOf)}
              refreshing={library.isFetching}
              sampleData={snapshot.me.sampleData}
              waiting={waiting}
              onRefresh={retry}
              onFeedback={() => {
                openOver({ about: { type: 'aiOutput' }, label: feedbackTexts.aiOutput });
              }}
              onMine={() => {
                openOver('mine');
              }}
            />
          }
        />
      </div>
      {over !== null && (
        <LatePart onClose={closeOver} fallback={<Opening label={feedbackTexts.loading} />}>
          {over === 'mine' ? (
            <MyFeedbackPage
              account={account}
              client={session.client}
              queue={queue}
              waiting={waiting}
              tab={tab}
              titleOf={(itemKey) =>
                items.find(({ clientKey }) => clientKey === itemKey)?.content.title
              }
              onClose={closeOver}
            />
          ) : (
            <FeedbackPage
              account={account}
              about={over.about}
              aboutLabel={over.label}
              myName={snapshot.me.displayName}
              message={reading ?? message}
              onSubmit={queue.sendFeedback}
              onClose={closeOver}
            />
          )}
        </LatePart>
      )}
    </>
  );
}

function toSubject(item: LibraryItem): FeedbackSubject {
  return { type: 'libraryItem', itemKey: item.clientKey, version: item.version };
}

function toUsageEvent(item: LibraryItem): UsageEvent {
  return {
    clientKey: crypto.randomUUID(),
    kind: item.content.kind === 'template' ? 'templateInserted' : 'promptCopied',
    at: new Date().toISOString(),
    itemKey: item.clientKey,
    version: item.version,
    surface: 'outlook',
  };
}

function toRedoAnswered({ itemKey, version }: KeptUse, redo: boolean): RedoAnswered {
  return {
    clientKey: crypto.randomUUID(),
    kind: 'redoAnswered',
    at: new Date().toISOString(),
    itemKey,
    version,
    redo,
    surface: 'outlook',
  };
}

const useStyles = makeStyles({
  page: { display: 'contents' },
  // Kept as it is behind the feedback form: what was typed, chosen and scrolled to.
  away: { display: 'none' },
});
