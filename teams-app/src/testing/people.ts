import { usualCalendar, type MeResponse, type Programme } from '@last-mile/shared/programme';

export const tenantId = '7e4a0c5e-1111-4a5e-9c0d-1a57a1711e00';
export const championId = 'c0000000-0000-4000-8000-000000000001';

export const programme: Programme = {
  clientKey: '00000000-0000-4000-8000-000000000800',
  name: 'Everyday AI',
  ownerId: championId,
  deputyIds: [],
  sponsorId: 'c0000000-0000-4000-8000-000000000002',
  groupId: 'group',
  channelId: null,
  startsOn: '2026-08-24',
  weeks: 8,
  targetActiveRate: 0.65,
  timeZone: 'Europe/Berlin',
  calendar: usualCalendar,
  jobFamilies: [
    { id: 'advisory', name: 'Advisory' },
    { id: 'tax', name: 'Tax' },
  ],
};

const member: MeResponse = {
  userId: 'c0000000-0000-4000-8000-000000000003',
  displayName: 'Priya Raman',
  roles: [],
  programme,
  standing: 'member',
  jobFamily: null,
  sampleData: true,
};

/** Who may be signed in, as the API tells of them. */
export const people = {
  member,
  champion: {
    ...member,
    userId: championId,
    displayName: 'Amara Okafor',
    roles: ['Champion'],
    standing: 'owner',
  },
  leader: {
    ...member,
    userId: programme.sponsorId,
    displayName: 'Ingrid Solberg',
    roles: ['Leader'],
    standing: 'sponsor',
  },
  outsider: { ...member, displayName: 'Elena Petrova', programme: null, standing: null },
} satisfies Record<string, MeResponse>;
