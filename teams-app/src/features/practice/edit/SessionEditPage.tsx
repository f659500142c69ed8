import type { PracticeSession } from '@last-mile/shared/practice';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { goTo, toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { practiceQueries } from '../practiceQueries';
import { practiceTexts as texts } from '../practiceTexts';
import { PlacePart } from './PlacePart';
import { emptyDraft, toDraft } from './sessionDraft';
import { SessionForm } from './SessionForm';

export interface SessionEditPageProps {
  /** Key of the session to prepare; without one it is new. */
  clientKey: string | undefined;
}

/** What shall we practise, when, and in which meeting? */
export function SessionEditPage({ clientKey }: SessionEditPageProps) {
  return (
    <SubPage
      backHref={toHref(
        clientKey === undefined ? { page: 'practice' } : { page: 'practiceSession', clientKey },
      )}
      back={clientKey === undefined ? texts.back : texts.backToSession}
      title={clientKey === undefined ? texts.newTitle : texts.editTitle}
      subtitle={texts.editSubtitle}
    >
      {clientKey === undefined ? <NewSession /> : <KnownSession clientKey={clientKey} />}
    </SubPage>
  );
}

function NewSession() {
  const { user } = useSession();
  const [initial] = useState(emptyDraft);
  return (
    <SessionForm
      draftKey={`${user.userId} practice new`}
      initial={initial}
      current={null}
      eTagOf={(eTag) => eTag}
      onSaved={(_, { clientKey }) => {
        goTo({ page: 'practiceEdit', clientKey });
      }}
      onTakeTheirs={() => undefined}
    />
  );
}

function KnownSession({ clientKey }: { clientKey: string }) {
  const { api, user } = useSession();
  const query = useQuery(practiceQueries.sessions(api));
  /** By the eTag before each change of one's own the one after. */
  const [moved, setMoved] = useState<ReadonlyMap<string, string>>(new Map());
  const [timesBegun, setTimesBegun] = useState(0);
  const move = (before: string | null, { eTag }: PracticeSession) => {
    if (before !== null && eTag !== null) setMoved((known) => new Map([...known, [before, eTag]]));
  };
  const session = query.data?.sessions.find(
    (each) => each.session.clientKey === clientKey,
  )?.session;
  return (
    <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={8} />}>
      {() =>
        session?.cancelledAt !== null ? (
          <EmptyState title={texts.goneTitle}>{texts.gone}</EmptyState>
        ) : (
          <>
            <SessionForm
              key={timesBegun}
              draftKey={`${user.userId} practice ${clientKey}`}
              initial={toDraft(session)}
              current={session}
              eTagOf={(eTag) => followed(eTag ?? session.eTag, moved)}
              onSaved={move}
              onTakeTheirs={() => {
                setTimesBegun(timesBegun + 1);
              }}
            />
            <PlacePart
              session={session}
              onPlaced={(placed) => {
                move(session.eTag, placed);
              }}
            />
          </>
        )
      }
    </Loaded>
  );
}

function followed(eTag: string | null, moved: ReadonlyMap<string, string>): string | null {
  const after = eTag === null ? undefined : moved.get(eTag);
  return after === undefined ? eTag : followed(after, moved);
}
