import type { Directory } from '../storage/directory';
import { createPeople, featuredId, firmName, outsider } from './people';
import { programmeGroupId } from './programme';

/** Puts the firm into the tenant's directory: people, the programme's group, app roles. */
export function fillDirectory(directory: Directory): void {
  const people = createPeople().filter(({ leftInWeek }) => leftInWeek === null);
  directory.addUsers([...people.map(({ user }) => user), outsider]);
  directory.addGroup({
    id: programmeGroupId,
    displayName: `${firmName}: Everyday AI`,
    memberIds: people.map(({ user }) => user.id),
  });
  directory.assignAppRole(featuredId('owner'), 'Champion');
  directory.assignAppRole(featuredId('deputy'), 'Champion');
  directory.assignAppRole(featuredId('sponsor'), 'Leader');
  directory.assignAppRole(featuredId('admin'), 'Admin');
}
