import { useQueryClient } from '@tanstack/react-query';
import { goTo } from '../../../app/routes';
import { useSession } from '../../../app/session';
import { programmeQueries } from '../programmeQueries';
import { GuidedStart } from './GuidedStart';

/** The guided start, for a champion who is in a programme already. */
export function StartPage() {
  const { api, me, formats } = useSession();
  const queryClient = useQueryClient();
  return (
    <GuidedStart
      {...{ api, person: me, formats }}
      onDone={() => {
        void queryClient
          .invalidateQueries({ queryKey: programmeQueries.me(api).queryKey })
          .then(() => {
            goTo({ page: 'programmePlan' });
          });
      }}
    />
  );
}
