import * as z from 'zod/mini';
import { allow, refuse } from '../rules';
import { hasRole, type User } from '../user';
import { ownerStanding } from './ownerRules';
import { endedProgramme, programmePhase } from './phases';
import type { Programme } from './programme';

/** Who answers for a programme, and how it stands with them and with it. */
export const ownershipResponse = z.object({
  /** Of the programme's item. */
  eTag: z.string(),
  owner: z.object({
    userId: z.string(),
    /** As the directory has it now; null where it does not know them. */
    name: z.nullable(z.string()),
    standing: ownerStanding,
  }),
  phase: programmePhase,
  /** People who took part until now; null for fewer than a group that is shown. */
  tookPart: z.nullable(z.number()),
  ended: z.nullable(endedProgramme),
});
export type OwnershipResponse = z.infer<typeof ownershipResponse>;

export const nameOwnerRequest = z.strictObject({
  eTag: z.string(),
  ownerId: z.string().check(z.minLength(1)),
});
export type NameOwnerRequest = z.infer<typeof nameOwnerRequest>;

/** The word to everyone, once there is one. */
export const endingResponse = z.object({ ended: z.nullable(endedProgramme) });
export type EndingResponse = z.infer<typeof endingResponse>;

/**
 * Whether somebody may say who owns a programme, and how it ends: its owner, and its sponsor, to whom the
 * owner answers. A deputy may not, however much else they do for the owner.
 */
export function canDecideOwnership(programme: Programme, user: User) {
  const isOwner = programme.ownerId === user.userId && hasRole(user, 'Champion');
  const isSponsor = programme.sponsorId === user.userId && hasRole(user, 'Leader');
  return isOwner || isSponsor ? allow : refuse('ownerOrSponsorRequired');
}
