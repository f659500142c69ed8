import { overtakenBy, programmePlanClient, type ApiClient } from '@last-mile/shared/client';
import {
  programmeDraftResponse,
  type ProgrammeDraft,
  type ProgrammeDraftResponse,
} from '@last-mile/shared/programme';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useRef, useState } from 'react';
import { startQueries } from './startQueries';

/** A draft as it is opened; `stored` is null for one that nobody saved yet. */
export interface OpenedDraft {
  readonly clientKey: string;
  readonly draft: ProgrammeDraft;
  readonly stored: ProgrammeDraftResponse | null;
}

const restsMs = 800;

/**
 * A draft that saves itself once nobody types, and when it is left. Where somebody else changed it
 * meanwhile it waits until the person has chosen: nothing is written over.
 */
export function useSavedDraft(api: ApiClient, { clientKey, draft: opened, stored }: OpenedDraft) {
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState(opened);
  const [standing, setStanding] = useState(stored);
  const [theirs, setTheirs] = useState<ProgrammeDraftResponse | null>(null);
  const [saved, setSaved] = useState(opened);
  const eTag = useRef(stored?.eTag ?? null);
  const written = useRef(opened);
  /** One after the other: each is written as the one before left it. */
  const lastSave = useRef<Promise<unknown>>(Promise.resolve());

  const write = useCallback(
    (wanted: ProgrammeDraft): Promise<ProgrammeDraftResponse> => {
      const writing = lastSave.current.then(async () => {
        const request = { clientKey, eTag: eTag.current, draft: wanted };
        const answer = await programmePlanClient(api).saveDraft(request);
        eTag.current = answer.eTag;
        written.current = wanted;
        return answer;
      });
      lastSave.current = writing.catch(() => undefined);
      return writing;
    },
    [api, clientKey],
  );

  const notice = (error: unknown) => {
    const current = overtakenBy(error, programmeDraftResponse);
    if (current !== undefined) setTheirs(current);
  };
  const saving = useMutation({
    mutationFn: write,
    onSuccess: (answer, wanted) => {
      setStanding(answer);
      setSaved(wanted);
    },
    onError: notice,
  });
  const starting = useMutation({
    mutationFn: async () => {
      await lastSave.current;
      if (draft !== written.current) await saving.mutateAsync(draft);
      return programmePlanClient(api).start(clientKey, { eTag: eTag.current ?? '' });
    },
    onError: notice,
  });

  const { mutate, isPending, error, variables } = saving;
  const hasFailed = error !== null && variables === draft;
  const isWaiting = draft !== saved && theirs === null && !hasFailed && !starting.isPending;
  useEffect(() => {
    if (!isWaiting || isPending) return;
    const timer = setTimeout(() => {
      mutate(draft);
    }, restsMs);
    return () => {
      clearTimeout(timer);
    };
  }, [isWaiting, isPending, mutate, draft]);

  const left = useRef(() => Promise.resolve());
  useEffect(() => {
    left.current = async () => {
      await lastSave.current;
      if (isWaiting && draft !== written.current) await write(draft).catch(() => undefined);
      await queryClient.invalidateQueries({ queryKey: startQueries.drafts(api).queryKey });
    };
  });
  useEffect(
    () => () => {
      void left.current();
    },
    [],
  );

  return {
    draft,
    standing,
    theirs,
    saving,
    starting,
    state: hasFailed ? 'failed' : draft === saved ? 'saved' : 'saving',
    change: (part: Partial<ProgrammeDraft>) => {
      starting.reset();
      setDraft((before) => ({ ...before, ...part }));
    },
    saveAgain: () => {
      mutate(draft);
    },
    /** Writes what the person has over what somebody else saved, now that they have seen it. */
    keepMine: () => {
      eTag.current = theirs?.eTag ?? null;
      setTheirs(null);
      mutate(draft);
    },
    takeTheirs: () => {
      if (theirs === null) return;
      eTag.current = theirs.eTag;
      setStanding(theirs);
      setDraft(theirs.draft);
      setSaved(theirs.draft);
      written.current = theirs.draft;
      setTheirs(null);
    },
  } as const;
}
