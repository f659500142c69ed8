import { useQuery } from '@tanstack/react-query';
import { loadTemplateSanitiser, type TemplateSanitiser } from './templateContent';
import { toUseFailure, type UseFailure } from './useFailureTexts';

/** The sanitiser that comes with the first template; a prompt needs none. */
export interface ComingSanitiser {
  /** Null while it loads. */
  readonly loaded: TemplateSanitiser | null;
  /** Why it cannot be had; null as long as it may come. */
  readonly failure: UseFailure | null;
}

/** Loads the sanitiser once for all templates. */
export function useTemplateSanitiser({ enabled = true } = {}): ComingSanitiser {
  const { data, error } = useQuery({
    queryKey: ['templateSanitiser'],
    queryFn: loadTemplateSanitiser,
    enabled,
    staleTime: Infinity,
    gcTime: Infinity,
  });
  return { loaded: data ?? null, failure: error === null ? null : toUseFailure(error) };
}
