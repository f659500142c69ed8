import { overtakenBy, workflowsClient } from '@last-mile/shared/client';
import { useDraft } from '@last-mile/shared/draft';
import { workflowMap, type WorkflowMap } from '@last-mile/shared/workflows';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useSession } from '../../../app/session';
import { tasksQuery } from '../../../app/tasksQuery';
import { workflowsQueries } from '../workflowsQueries';
import { contentOf, type MapContent } from './stepChanges';

export interface MapDraft extends MapContent {
  /** As which version the map was read. */
  eTag: string;
}

/**
 * What somebody changes of a map: kept on this device until it is saved. Where somebody else saved the
 * map meanwhile, `theirs` is how it is now.
 */
export function useMapDraft(map: WorkflowMap, onSaved: () => void) {
  const { api, user } = useSession();
  const queryClient = useQueryClient();
  const initial: MapDraft = { ...contentOf(map), eTag: map.eTag ?? '' };
  const { draft, change, discard } = useDraft<MapDraft>(
    `${user.userId} map ${map.clientKey}`,
    initial,
  );

  function show(saved: WorkflowMap) {
    queryClient.setQueryData(workflowsQueries.maps(api).queryKey, (kept) =>
      kept === undefined
        ? kept
        : {
            ...kept,
            maps: kept.maps.map((each) => (each.clientKey === saved.clientKey ? saved : each)),
          },
    );
    void queryClient.invalidateQueries({ queryKey: tasksQuery(api).queryKey });
  }

  const saving = useMutation({
    mutationFn: async (wanted: MapDraft) => {
      const save = (eTag: string) =>
        workflowsClient(api).saveMap(map.clientKey, { ...wanted, eTag });
      return save(wanted.eTag).catch((error: unknown) => {
        const theirs = overtakenBy(error, workflowMap);
        // SharePoint took in meanwhile what we began from: nobody changed anything.
        const isOurs = theirs !== undefined && isSame(contentOf(theirs), contentOf(map));
        if (isOurs && theirs.eTag !== null) return save(theirs.eTag);
        throw error;
      });
    },
    onSuccess: async (saved) => {
      await discard();
      show(saved);
      onSaved();
    },
  });

  return {
    draft,
    change,
    hasChanges: !isSame(contentOf(draft), contentOf(map)),
    saving,
    show,
    theirs: overtakenBy(saving.error, workflowMap),
    discard,
    /** Goes on with one of two maps, from how the map is now. */
    goOnWith: (content: MapContent, { eTag }: WorkflowMap) => {
      change({ ...content, eTag: eTag ?? '' });
      saving.reset();
    },
  };
}

const isSame = (one: MapContent, other: MapContent) =>
  JSON.stringify(one) === JSON.stringify(other);
