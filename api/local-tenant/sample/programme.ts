import { addDays, mondayOf } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import { jobFamilies } from './departments';
import { featuredId } from './people';
import { sampleKey } from './sampleKeys';

export const programmeGroupId = sampleKey('group programme');
export const timeZone = 'Europe/London';

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
    channelId: null,
    startsOn: addDays(mondayOf(today), -7 * weeksSinceStart),
    weeks: 8,
    targetActiveRate: 0.65,
    timeZone,
    jobFamilies: [...jobFamilies],
  };
}
