import { Button } from '@fluentui/react-components';
import type { ApiClient } from '@last-mile/shared/client';
import type { MeResponse } from '@last-mile/shared/programme';
import { EmptyState } from '@last-mile/shared/ui';
import { createPageLoader } from '../../app/pageLoader';
import { LinkButton } from '../../app/LinkButton';
import { goTo, toHref, useRoute } from '../../app/routes';
import { programmeTexts } from './programmeTexts';
import type { FirstStartProps } from './start/FirstStart';

export interface NoProgrammeScreenProps {
  api: ApiClient;
  me: MeResponse;
  onLookAgain: () => void;
}

const firstStart = createPageLoader<FirstStartProps>(
  async () => (await import('./start/FirstStart')).FirstStart,
);

/** For a person in no programme: says so, and what to do about it. A champion can start one. */
export function NoProgrammeScreen({ api, me, onLookAgain }: NoProgrammeScreenProps) {
  const mayStart = me.roles.includes('Champion');
  const route = useRoute();
  if (mayStart && route?.page === 'programmeStart') {
    return (
      <firstStart.Page
        api={api}
        person={me}
        onDone={() => {
          goTo({ page: 'programmePlan' });
          onLookAgain();
        }}
      />
    );
  }
  return (
    <main aria-label={programmeTexts.noneTitle}>
      <EmptyState
        heading="h1"
        title={programmeTexts.noneTitle}
        action={
          <>
            {mayStart && (
              <Button
                appearance="primary"
                onClick={() => {
                  goTo({ page: 'programmeStart' });
                }}
              >
                {programmeTexts.start}
              </Button>
            )}
            <Button appearance={mayStart ? 'secondary' : 'primary'} onClick={onLookAgain}>
              {programmeTexts.lookAgain}
            </Button>
            <LinkButton appearance="subtle" href={toHref({ page: 'me' })}>
              {programmeTexts.ownData}
            </LinkButton>
          </>
        }
      >
        {programmeTexts.none} {mayStart ? programmeTexts.noneStart : programmeTexts.noneWhatToDo}
      </EmptyState>
    </main>
  );
}
