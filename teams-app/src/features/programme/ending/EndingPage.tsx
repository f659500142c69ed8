import { canDecideOwnership } from '@last-mile/shared/programme';
import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { EndedWord } from './EndedWord';
import { EndingForm } from './EndingForm';
import { endingTexts as texts } from './endingTexts';
import { ownershipQueries } from './ownershipQueries';

/** How does the programme go on? Everybody reads it; its owner and its sponsor say it. */
export function EndingPage() {
  const { api, programme, user, may } = useSession();
  const query = useQuery(ownershipQueries.ending(api));
  const decides = canDecideOwnership(programme, user).allowed;
  return (
    <SubPage
      backHref={toHref({ page: may.champion ? 'programmeWeek' : 'workflows' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      gap="XL"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {({ ended }) =>
          ended !== null ? (
            <EndedWord ended={ended} />
          ) : decides ? (
            <ToSay />
          ) : (
            <EmptyState title={texts.notYetTitle}>{texts.notYet}</EmptyState>
          )
        }
      </Loaded>
    </SubPage>
  );
}

function ToSay() {
  const { api } = useSession();
  const query = useQuery(ownershipQueries.ownership(api));
  return (
    <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={4} />}>
      {(ownership) =>
        ownership.phase === 'planned' ? (
          <EmptyState title={texts.notBegun} />
        ) : (
          <EndingForm ownership={ownership} />
        )
      }
    </Loaded>
  );
}
