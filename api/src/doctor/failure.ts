import * as z from 'zod/mini';
import { GraphError } from '../graph/graphError';
import { couldNotCheck, type Finding } from './finding';
import { PermissionMissing } from '../provision/permissionMissing';
import { Behind } from './probe';

const coded = z.object({ code: z.string() });
const inWords = /AADSTS\d+/;

/**
 * What failed, by its code. Messages of others are left out: they may repeat a connection string, an
 * address with a person in it, or what was sent.
 */
export function nameOfFailure(error: unknown): string {
  const entra = error instanceof Error ? inWords.exec(error.message)?.[0] : undefined;
  if (entra !== undefined) return entra;
  if (error instanceof GraphError) {
    if (error.status === 0) return 'no answer';
    return `${error.status}${error.code === '' ? '' : ` ${error.code}`}`;
  }
  const { data } = coded.safeParse(error);
  if (data !== undefined) return data.code;
  return error instanceof Error ? error.name : 'an unknown failure';
}

/** A check that threw does not know: unknown is never `ok`. */
export function toUnknown(error: unknown): Finding {
  if (error instanceof Behind) {
    return couldNotCheck(
      `not looked at: “${error.title}” has to be in order first`,
      'what it stands on is not there',
      `See “${error.title}”.`,
    );
  }
  if (error instanceof PermissionMissing) {
    return couldNotCheck(
      'the sign-in may not see it',
      'what was asked is not known',
      error.message,
    );
  }
  return couldNotCheck(
    `the look failed (${nameOfFailure(error)})`,
    'what was asked is not known',
    'Run npm run doctor again; where it stays, look at the log of the API for the same minute.',
  );
}
