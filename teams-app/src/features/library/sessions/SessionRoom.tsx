import {
  Button,
  makeStyles,
  MessageBar,
  MessageBarBody,
  Subtitle2,
  Text,
  tokens,
} from '@fluentui/react-components';
import { sessionClient, type SessionClient } from '@last-mile/shared/client';
import type { BuildEntry, SessionResponse } from '@last-mile/shared/library';
import { failureInWords, heardOnly, LoadError, LoadingRows } from '@last-mile/shared/ui';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { FailureNotice } from '../../../app/FailureNotice';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { libraryQueries } from '../libraryQueries';
import { EntryCard } from './EntryCard';
import { EntryForm } from './EntryForm';
import { sessionTexts as texts } from './sessionTexts';
import { useLiveSession } from './useLiveSession';

/** Inside a session: the form for one's own, and everybody's entries as they come. */
export function SessionRoom({ clientKey }: { clientKey: string }) {
  const styles = useStyles();
  const { api, formats, may, user } = useSession();
  const queryClient = useQueryClient();
  const { known, error, take } = useLiveSession(clientKey);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const act = useMutation({
    mutationFn: (send: (client: SessionClient) => Promise<SessionResponse>) =>
      send(sessionClient(api)),
    onSuccess: take,
  });

  if (known === undefined) {
    return error === undefined ? (
      <LoadingRows label={texts.loadingOne} rows={6} />
    ) : (
      <LoadError
        error={error}
        onRetry={() => {
          window.location.reload();
        }}
      />
    );
  }
  const { session, entries } = known;
  const open = session.closedAt === null;
  const wanted = entries.filter(({ clientKey: key, drafted }) => chosen.has(key) && !drafted);

  const choose = (key: string) => (isChosen: boolean) => {
    setChosen((before) => {
      const after = new Set(before);
      if (isChosen) after.add(key);
      else after.delete(key);
      return after;
    });
  };

  return (
    <SubPage
      backHref={toHref({ page: 'librarySessions' })}
      back={texts.backToAll}
      title={session.title}
      subtitle={texts.subtitle}
    >
      {error !== undefined && (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{texts.reconnecting}</MessageBarBody>
        </MessageBar>
      )}
      {session.goesOn !== null && <Text>{texts.goesOn(formats.day(session.goesOn))}</Text>}
      {act.isError && <FailureNotice>{failureInWords(act.error)}</FailureNotice>}
      {open ? <EntryForm sessionKey={clientKey} onAdded={take} /> : <Text>{texts.closed}</Text>}
      <section className={styles.entries} aria-labelledby="entries-title">
        <Subtitle2 as="h2" id="entries-title">
          {texts.entriesTitle}
        </Subtitle2>
        {may.champion && (
          <div className={styles.acts}>
            <Button
              appearance="primary"
              disabledFocusable={wanted.length === 0 || act.isPending}
              onClick={() => {
                const keys = wanted.map(({ clientKey: key }) => key);
                act.mutate((client) => client.draftEntries(clientKey, keys), {
                  onSuccess: () => {
                    setChosen(new Set());
                    void queryClient.invalidateQueries({ queryKey: libraryQueries.root });
                  },
                });
              }}
            >
              {texts.makeDrafts(wanted.length)}
            </Button>
            <Button
              disabledFocusable={act.isPending}
              onClick={() => {
                act.mutate((client) => client.close(clientKey, open));
              }}
            >
              {open ? texts.close : texts.reopen}
            </Button>
            {wanted.length === 0 && <Text className={styles.hint}>{texts.chooseFirst}</Text>}
          </div>
        )}
        {entries.length === 0 ? (
          <Text>{texts.empty}</Text>
        ) : (
          <ul className={styles.list}>
            {entries.map((entry) => (
              <EntryCard
                key={entry.clientKey}
                entry={entry}
                session={session}
                busy={act.isPending}
                onVote={(vote) => {
                  act.mutate((client) => client.voteFor(clientKey, entry.clientKey, vote));
                }}
                chosen={chosen.has(entry.clientKey)}
                onChoose={may.champion ? choose(entry.clientKey) : undefined}
              />
            ))}
          </ul>
        )}
        <div role="status" className={styles.heardOnly}>
          {newestOfOthers(entries, user.userId)}
        </div>
      </section>
    </SubPage>
  );
}

/** Said to those who do not see the list move: the newest entry of somebody else. */
function newestOfOthers(entries: readonly BuildEntry[], userId: string): string {
  const [newest] = entries
    .filter(({ author }) => author.userId !== userId)
    .toSorted((one, other) => other.addedAt.localeCompare(one.addedAt));
  return newest === undefined
    ? ''
    : texts.arrived(newest.author.name ?? texts.someone, newest.title);
}

const useStyles = makeStyles({
  entries: { display: 'flex', flexDirection: 'column', gap: tokens.spacingVerticalM },
  acts: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: tokens.spacingHorizontalM,
  },
  hint: { color: tokens.colorNeutralForeground2 },
  list: {
    display: 'flex',
    flexDirection: 'column',
    gap: tokens.spacingVerticalM,
    listStyleType: 'none',
    margin: 0,
    padding: 0,
  },
  heardOnly,
});
