import { allow, refuse } from '../rules';
import { hasRole, type User } from '../user';
import type { LibraryItem, LibraryItemStatus } from './libraryItem';

/** Who looks or acts: a person, and whether they champion the item's programme. */
export interface ItemViewer {
  readonly userId: string;
  readonly champion: boolean;
}

type Publishable = Pick<
  LibraryItem,
  'status' | 'author' | 'importedBy' | 'proposal' | 'eTag' | 'basedOn' | 'writers' | 'editorIds'
>;

/**
 * Whether `user` may publish `item`. Four eyes: nobody publishes a text they wrote, changed or
 * imported (docs/decisions/0004). Being a champion of the programme is checked beside this.
 */
export function canPublish(item: Publishable, user: User) {
  if (!hasRole(user, 'Champion')) return refuse('championRoleRequired');
  if (item.status === 'retired') return refuse('itemRetired');
  if (item.basedOn !== null) return refuse('ownVariant');
  if (item.status === 'published' && item.proposal === null) return refuse('alreadyPublished');
  if (item.eTag === null) return refuse('notDeliveredYet');
  const isWriter = item.writers.some(({ userId }) => userId === user.userId);
  // What a column says can be changed by hand: it refuses somebody and makes nobody an approver.
  if (isWriter || item.editorIds.includes(user.userId)) return refuse('authorCannotPublish');
  // Who wrote a change is known when it was made here: then the first author may approve it.
  if (item.status === 'published' && item.writers.length > 0) return allow;
  if (item.author.userId === user.userId) return refuse('authorCannotPublish');
  if (item.importedBy === user.userId) return refuse('importerCannotPublish');
  return allow;
}

/** Whether a person who champions the programme or not may see an item of this status. */
export function canSeeStatus(status: LibraryItemStatus, champion: boolean) {
  return champion || status === 'published';
}

/** Whether `viewer` wrote `item` or keeps it true, and so sees what of it waits. */
export function isKeptBy(
  item: Pick<LibraryItem, 'author' | 'owner' | 'basedOn'>,
  viewer: Pick<ItemViewer, 'userId'>,
) {
  const owns = item.basedOn === null && item.owner?.userId === viewer.userId;
  return owns || item.author.userId === viewer.userId;
}

/** Whether `viewer` may see `item`: what is published, their own, and as a champion the drafts. */
export function canSeeItem(
  item: Pick<LibraryItem, 'status' | 'author' | 'owner' | 'basedOn'>,
  viewer: ItemViewer,
) {
  if (isKeptBy(item, viewer)) return true;
  return item.basedOn === null && canSeeStatus(item.status, viewer.champion);
}

/** Whether `viewer` may change the text of `item`: its author, its owner, and champions. */
export function canEdit(
  item: Pick<LibraryItem, 'status' | 'author' | 'owner' | 'basedOn' | 'eTag'>,
  viewer: ItemViewer,
) {
  if (!isKeptBy(item, viewer) && (!viewer.champion || item.basedOn !== null)) {
    return refuse('notYourItem');
  }
  if (item.status === 'retired') return refuse('itemRetired');
  if (item.eTag === null) return refuse('notDeliveredYet');
  return allow;
}

/** Whether `viewer` may ask for a review of what is written. */
export function canSubmit(
  item: Pick<LibraryItem, 'status' | 'author' | 'owner' | 'basedOn' | 'eTag' | 'proposal'>,
  viewer: ItemViewer,
) {
  const decision = canEdit(item, viewer);
  if (!decision.allowed) return decision;
  if (item.basedOn !== null) return refuse('ownVariant');
  return waitingStatus(item) === 'draft' ? allow : refuse('nothingToSubmit');
}

/** Whether `viewer` may send a text that waits for review back to who wrote it. */
export function canReturn(
  item: Pick<LibraryItem, 'status' | 'eTag' | 'proposal'>,
  viewer: ItemViewer,
) {
  if (!viewer.champion) return refuse('championRoleRequired');
  if (item.eTag === null) return refuse('notDeliveredYet');
  return waitingStatus(item) === 'inReview' ? allow : refuse('notInReview');
}

/** Whether `viewer` may take `item` out of use: champions, and authors what was never approved. */
export function canRetire(
  item: Pick<LibraryItem, 'status' | 'author' | 'basedOn' | 'eTag' | 'version'>,
  viewer: ItemViewer,
) {
  const own = isAuthor(item, viewer) && item.version === 0;
  if (!own && (!viewer.champion || item.basedOn !== null)) return refuse('notYourItem');
  if (item.status === 'retired') return refuse('itemRetired');
  return item.eTag === null ? refuse('notDeliveredYet') : allow;
}

/** Whether `viewer` may bring a retired item back: as it was approved, or as the draft it was. */
export function canReinstate(
  item: Pick<LibraryItem, 'status' | 'author' | 'basedOn' | 'eTag' | 'version'>,
  viewer: ItemViewer,
) {
  if (item.status !== 'retired') return refuse('notRetired');
  return canRetire({ ...item, status: 'draft' }, viewer);
}

/** Whether `viewer` may say that a published text is still right: champions and its owner. */
export function canRenew(item: Pick<LibraryItem, 'status' | 'owner' | 'eTag'>, viewer: ItemViewer) {
  if (!viewer.champion && item.owner?.userId !== viewer.userId) return refuse('notYourItem');
  if (item.status !== 'published') return refuse('notPublished');
  return item.eTag === null ? refuse('notDeliveredYet') : allow;
}

/** Whether `viewer` may say who keeps `item` true from now on: its owner, and champions. */
export function canHandOver(
  item: Pick<LibraryItem, 'owner' | 'basedOn' | 'eTag'>,
  viewer: ItemViewer,
) {
  if (item.basedOn !== null) return refuse('ownVariant');
  if (!viewer.champion && item.owner?.userId !== viewer.userId) return refuse('notYourItem');
  return item.eTag === null ? refuse('notDeliveredYet') : allow;
}

/** How far the text has come that is not approved yet; null when nothing waits. */
export function waitingStatus({
  status,
  proposal,
}: Pick<LibraryItem, 'status' | 'proposal'>): 'draft' | 'inReview' | null {
  if (status === 'draft' || status === 'inReview') return status;
  return status === 'published' ? (proposal?.status ?? null) : null;
}

/** Whether a published item's day of review has passed; it stays in use, and is said to be stale. */
export function isStale(
  { status, reviewOn }: Pick<LibraryItem, 'status' | 'reviewOn'>,
  today: string,
) {
  return status === 'published' && reviewOn !== null && reviewOn < today;
}

const isAuthor = ({ author }: Pick<LibraryItem, 'author'>, { userId }: ItemViewer) =>
  author.userId === userId;
