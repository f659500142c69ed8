import type { Directory } from '../storage/directory';
import { createPeople, featuredId, firmName, lisbonOffice, newChampion, outsider } from './people';
import { lisbonGroupId, programmeGroupId } from './programme';

/** Puts the firm into the tenant's directory: people, the programme's group, app roles. */
export function fillDirectory(directory: Directory): void {
  const people = createPeople().filter(({ leftInWeek }) => leftInWeek === null);
  directory.addUsers([...people.map(({ user }) => user), outsider, ...lisbonOffice]);
  directory.addGroup({
    id: programmeGroupId,
    displayName: `${firmName}: Everyday AI`,
    memberIds: people.map(({ user }) => user.id),
  });
  directory.addGroup({
    id: lisbonGroupId,
    displayName: `${firmName}: Lisbon office`,
    memberIds: lisbonOffice.map(({ id }) => id),
  });
  directory.assignAppRole(newChampion.id, 'Champion');
  directory.assignAppRole(featuredId('owner'), 'Champion');
  directory.assignAppRole(featuredId('deputy'), 'Champion');
  directory.assignAppRole(featuredId('sponsor'), 'Leader');
  directory.assignAppRole(featuredId('admin'), 'Admin');
}
