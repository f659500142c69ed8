import { EmptyState, LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { familyName } from '../familyName';
import { workflowsQueries } from '../workflowsQueries';
import { workflowsTexts as texts } from '../workflowsTexts';
import { MapEditor } from './MapEditor';
import { MapView } from './MapView';

export interface WorkflowPageProps {
  clientKey: string;
}

/** How is this task done, what does it cost, and where is AI to help? */
export function WorkflowPage({ clientKey }: WorkflowPageProps) {
  const { api, may, programme } = useSession();
  /** How often the editor began anew, and whether because the map was saved. */
  const [begun, setBegun] = useState({ times: 0, saved: false });
  // What is loaded while somebody draws takes nothing away: their own map begins once.
  const query = useQuery({ ...workflowsQueries.maps(api), staleTime: Infinity });
  const map = query.data?.maps.find((each) => each.clientKey === clientKey);
  return (
    <SubPage
      backHref={toHref({ page: 'workflows' })}
      back={texts.back}
      title={map?.task ?? texts.board}
      subtitle={map === undefined ? '' : familyName(programme, map.jobFamily)}
      wide
    >
      <Loaded query={query} loading={<LoadingRows label={texts.boardLoading} rows={8} />}>
        {() =>
          map === undefined ? (
            <EmptyState title={texts.goneTitle}>{texts.gone}</EmptyState>
          ) : may.champion ? (
            <MapEditor
              // What is saved is the new beginning.
              key={`${map.clientKey} ${String(begun.times)}`}
              map={map}
              saved={begun.saved}
              onBeginAgain={(saved) => {
                setBegun(({ times }) => ({ times: times + 1, saved }));
              }}
            />
          ) : (
            <MapView map={map} />
          )
        }
      </Loaded>
    </SubPage>
  );
}
