import { allow, refuse } from '../rules';
import { hasRole, type User } from '../user';
import type { LibraryItem, LibraryItemStatus } from './libraryItem';

/**
 * Whether `user` may publish `item`. Four eyes: neither its author nor the person who imported it
 * publishes it (docs/decisions/0004). Being a champion of the programme is checked beside this.
 */
export function canPublish(
  item: Pick<LibraryItem, 'status' | 'author' | 'importedBy' | 'proposal' | 'eTag'>,
  user: User,
) {
  if (!hasRole(user, 'Champion')) return refuse('championRoleRequired');
  if (item.status === 'retired') return refuse('itemRetired');
  if (item.status === 'published' && item.proposal === null) return refuse('alreadyPublished');
  if (item.eTag === null) return refuse('notDeliveredYet');
  if (item.author.userId === user.userId) return refuse('authorCannotPublish');
  if (item.importedBy === user.userId) return refuse('importerCannotPublish');
  return allow;
}

/** Whether a person who champions the programme or not may see an item of this status. */
export function canSeeStatus(status: LibraryItemStatus, champion: boolean) {
  return champion || status === 'published';
}

/** Days after publication when an item falls due for review (design 2.2). */
export const reviewAfterDays = 90;

/** Whether a published item's day of review has passed; it stays in use, and is said to be stale. */
export function isStale(
  { status, reviewOn }: Pick<LibraryItem, 'status' | 'reviewOn'>,
  today: string,
) {
  return status === 'published' && reviewOn !== null && reviewOn < today;
}
