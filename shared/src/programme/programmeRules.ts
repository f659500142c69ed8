import { allow, refuse } from '../rules';
import { hasRole, type User } from '../user';
import type { Programme } from './programme';

/** What `user` is in `programme` besides a possible group member: null when nothing. */
export function standingIn(programme: Programme, user: User) {
  if (programme.ownerId === user.userId) return 'owner';
  if (programme.deputyIds.includes(user.userId)) return 'deputy';
  if (programme.sponsorId === user.userId) return 'sponsor';
  return null;
}

/**
 * Whether `user` may act as a champion of `programme`: the role in the token is not enough, the
 * programme must name them as owner or deputy (design section 1).
 */
export function canChampion(programme: Programme, user: User) {
  if (!hasRole(user, 'Champion')) return refuse('championRoleRequired');
  const standing = standingIn(programme, user);
  return standing === 'owner' || standing === 'deputy' ? allow : refuse('notYourProgramme');
}

/** Whether `user` may see the programme's aggregated figures: its champions and leaders. */
export function canSeeDashboard(programme: Programme, user: User) {
  if (hasRole(user, 'Leader')) return allow;
  const decision = canChampion(programme, user);
  return decision.allowed || decision.reason === 'notYourProgramme'
    ? decision
    : refuse('championOrLeaderRoleRequired');
}
