import { overtakenBy } from '@last-mile/shared/client';
import { useMutation, useQueryClient, type QueryKey } from '@tanstack/react-query';
import { useState } from 'react';
import type * as z from 'zod/mini';

export interface StoredChangesOptions<Chosen extends object, Stored, Wanted> {
  /** What is stored, as the fields of the form show it. */
  stored: Chosen;
  /** Under which it is kept for the page. */
  queryKey: QueryKey;
  /** How the API says it. */
  schema: z.ZodMiniType<Stored>;
  save: (wanted: Wanted) => Promise<Stored>;
}

/**
 * What somebody changes of something stored, until it is saved. Who is overtaken by somebody else starts
 * again from what they saved.
 */
export function useStoredChanges<Chosen extends object, Stored, Wanted>({
  stored,
  queryKey,
  schema,
  save,
}: StoredChangesOptions<Chosen, Stored, Wanted>) {
  const queryClient = useQueryClient();
  const [changed, setChanged] = useState<Partial<Chosen>>({});
  function show(standing: Stored) {
    queryClient.setQueryData(queryKey, standing);
    setChanged({});
  }
  const saving = useMutation({
    mutationFn: save,
    onSuccess: show,
    onError: (error) => {
      const theirs = overtakenBy(error, schema);
      if (theirs !== undefined) show(theirs);
    },
  });
  const chosen: Chosen = { ...stored, ...changed };
  return {
    chosen,
    hasChanges: Object.keys(changed).length > 0,
    change: (part: Partial<Chosen>) => {
      saving.reset();
      setChanged({ ...changed, ...part });
    },
    saving,
    overtaken: overtakenBy(saving.error, schema) !== undefined,
  };
}
