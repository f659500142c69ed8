import { mondayOf } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import {
  lastDayOf,
  usualCalendar,
  type Programme,
  type ProgrammePlan,
} from '@last-mile/shared/programme';
import { jobFamilies } from './departments';
import { featuredId } from './people';
import { sampleKey } from './sampleKeys';

export const programmeGroupId = sampleKey('group programme');
/** People of an office for whom no programme runs. */
export const lisbonGroupId = sampleKey('group lisbon');
export const timeZone = 'Europe/London';

/** The channel the tab is pinned in. */
export const sampleChannel = {
  teamId: '19:1a57a1711e00@thread.tacv2',
  teamName: 'Everyday AI',
  groupId: programmeGroupId,
  channelId: '19:1a57a1711e01@thread.tacv2',
  channelName: 'General',
};

/** Clients the firm writes to. */
export const sampleContacts = [
  { displayName: 'Marta Lindqvist', emailAddress: 'marta.lindqvist@kestrel-foods.example' },
  { displayName: 'Samuel Adebayo', emailAddress: 'samuel.adebayo@brightwater-energy.example' },
  { displayName: 'Helen Tanaka', emailAddress: 'helen.tanaka@orchard-retail.example' },
];

/** Weeks since the programme's first Monday: day 90 has just fallen. */
const weeksSinceStart = 13;

/** The firm's programme as seen from `today` (`YYYY-MM-DD`). */
export function createProgramme(today: string): Programme {
  return {
    clientKey: sampleKey('programme'),
    name: 'Everyday AI at Halden & Marsh',
    ownerId: featuredId('owner'),
    deputyIds: [featuredId('deputy')],
    sponsorId: featuredId('sponsor'),
    groupId: programmeGroupId,
    channelId: sampleChannel.channelId,
    startsOn: addDays(mondayOf(today), -7 * weeksSinceStart),
    weeks: 8,
    targetActiveRate: 0.65,
    timeZone,
    calendar: usualCalendar,
    jobFamilies: [...jobFamilies],
  };
}

/** What was planned for it. Nothing of what became of its targets is written here: it is worked out. */
export function samplePlan(programme: Programme): ProgrammePlan {
  const by = lastDayOf(programme);
  return {
    ...{ weeklyHours: 8, lighterHours: 3, budget: { amount: 12_000, currency: 'GBP' } },
    targets: [
      { metric: 'activeRate' as const, value: programme.targetActiveRate },
      { metric: 'draftingMinutes' as const, value: 12 },
      { metric: 'redoRate' as const, value: 0.15 },
      { metric: 'answeredInTime' as const, value: 0.9 },
    ].map((target) => ({ ...target, by, baseline: null })),
  };
}
