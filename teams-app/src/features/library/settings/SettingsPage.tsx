import { LoadingRows } from '@last-mile/shared/ui';
import { useQuery } from '@tanstack/react-query';
import { Loaded } from '../../../app/Loaded';
import { toHref } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { SubPage } from '../../../app/SubPage';
import { settingsQueries } from './settingsQueries';
import { OwnersPanel } from './OwnersPanel';
import { SettingsForm } from './SettingsForm';
import { settingsTexts as texts } from './settingsTexts';

/** How long texts hold, who sees them, who keeps them true: for champions, who decide it. */
export function SettingsPage() {
  const { api } = useSession();
  const query = useQuery(settingsQueries.settings(api));
  return (
    <SubPage
      backHref={toHref({ page: 'library' })}
      back={texts.back}
      title={texts.title}
      subtitle={texts.subtitle}
      gap="XXL"
    >
      <Loaded query={query} loading={<LoadingRows label={texts.loading} rows={4} />}>
        {(stored) => <SettingsForm stored={stored} />}
      </Loaded>
      <OwnersPanel />
    </SubPage>
  );
}
