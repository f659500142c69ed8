import { Text } from '@fluentui/react-components';
import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { planQueries } from '../plan/planQueries';
import { planTexts as texts } from '../plan/planTexts';
import { SideBySide } from './SideBySide';

/** Did this year go better than the last? For champions, of their programmes, and for sponsors. */
export function PastPage() {
  const { api } = useSession();
  const query = useQuery(planQueries.programmes(api));
  return (
    <SubPage title={texts.pastTitle} subtitle={texts.pastSubtitle} wide>
      <Loaded query={query} loading={<LoadingRows label={texts.pastLoading} rows={6} />}>
        {({ programmes }) => (
          <>
            {programmes.length === 0 && <Text>{texts.none}</Text>}
            {programmes.length === 1 && <Text>{texts.onlyOne}</Text>}
            {programmes[0] !== undefined && <SideBySide programmes={programmes} />}
          </>
        )}
      </Loaded>
    </SubPage>
  );
}
