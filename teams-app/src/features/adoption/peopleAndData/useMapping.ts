import {
  jobFamiliesResponse,
  type JobFamiliesResponse,
  type NamedPeople,
} from '@last-mile/shared/programme';
import { overtakenBy, settingsClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import {
  choose,
  conflictsOf,
  noChoices,
  toMapping,
  type MappingDraft,
  type MappingPart,
} from './mappingDraft';
import { peopleAndDataQueries } from './peopleAndDataQueries';

/**
 * The choices somebody makes, kept on this device until they are saved. Where somebody else saved
 * meanwhile, theirs are shown; what does not touch the same names is saved with them at once.
 */
export function useMapping(saved: JobFamiliesResponse) {
  const { api, programme, user } = useSession();
  const queries = useQueryClient();
  const key = `${user.userId} ${programme.clientKey} job families`;
  const { draft, change, discard } = useDraft<MappingDraft>(key, noChoices);

  async function save(before: JobFamiliesResponse): Promise<boolean> {
    try {
      const { eTag } = before;
      show(await settingsClient(api).saveJobFamilies({ eTag, ...toMapping(before, draft) }));
    } catch (error) {
      const theirs = overtakenBy(error, jobFamiliesResponse);
      if (theirs === undefined) throw error;
      show(theirs);
      if (conflictsOf(theirs, draft).length > 0 || theirs.eTag === before.eTag) return false;
      return save(theirs);
    }
    change(noChoices);
    await discard();
    // Who has which job family shows elsewhere too.
    void queries.invalidateQueries({ queryKey: ['adoption', 'dashboard'] });
    return true;
  }

  function show(current: JobFamiliesResponse) {
    queries.setQueryData(peopleAndDataQueries.jobFamilies(api).queryKey, current);
  }

  const saving = useMutation({ mutationFn: () => save(saved) });
  return {
    draft,
    choose: (part: MappingPart, row: NamedPeople, family: string | null) => {
      saving.reset();
      change(choose(draft, part, row, family));
    },
    takeBack: () => {
      saving.reset();
      change(noChoices);
    },
    saving,
  };
}
