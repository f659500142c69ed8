import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../app/Loaded';
import { toHref } from '../../app/routes';
import { useSession } from '../../app/session';
import { SubPage } from '../../app/SubPage';
import { CancelPart } from './CancelPart';
import { practiceQueries } from './practiceQueries';
import { practiceTexts as texts } from './practiceTexts';
import { SessionCard } from './SessionCard';

export interface SessionPageProps {
  clientKey: string;
}

/** What do we do in this session? Also beside the meeting, where being there comes first. */
export function SessionPage({ clientKey }: SessionPageProps) {
  const { api, may } = useSession();
  const query = useQuery(practiceQueries.sessions(api));
  const shown = query.data?.sessions.find(({ session }) => session.clientKey === clientKey);
  return (
    <SubPage
      backHref={toHref({ page: 'practice' })}
      back={texts.back}
      title={shown?.session.title ?? texts.session}
      subtitle=""
      gap="L"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={6} />}>
        {() =>
          shown === undefined ? (
            <EmptyState title={texts.goneTitle}>{texts.gone}</EmptyState>
          ) : (
            <>
              <SessionCard shown={shown} linked={false} />
              {may.champion && <CancelPart {...shown} />}
            </>
          )
        }
      </Loaded>
    </SubPage>
  );
}
