import type { Draws } from '../../api/local-tenant/sample/seededDraws';

/** A UUID of the random kind (v4), from draws that are the same in every run. */
export function uuidFrom(draws: Draws): string {
  const hex = (digits: number) =>
    Array.from({ length: digits }, () => draws.whole(16).toString(16)).join('');
  return `${hex(8)}-${hex(4)}-4${hex(3)}-a${hex(3)}-${hex(12)}`;
}
