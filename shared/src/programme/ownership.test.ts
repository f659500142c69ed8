import { expect, test } from 'vitest';
import type { Role } from '../user';
import { canDecideOwnership } from './ownership';
import type { Programme } from './programme';

const programme = { ownerId: 'owner', deputyIds: ['deputy'], sponsorId: 'sponsor' } as Programme;
const may = (userId: string, ...roles: Role[]) =>
  canDecideOwnership(programme, { tenantId: 't', userId, roles }).allowed;

test('ownership is decided on by the owner and the sponsor, each by role and by name, and nobody else', () => {
  expect([may('owner', 'Champion'), may('sponsor', 'Leader')]).toEqual([true, true]);
  expect([may('owner'), may('sponsor'), may('sponsor', 'Champion')]).toEqual(Array(3).fill(false));
  expect([may('deputy', 'Champion'), may('other', 'Leader'), may('other', 'Admin')]).toEqual(
    Array(3).fill(false),
  );
});
