import type { StartGap } from '@last-mile/shared/programme';
import { targetFieldId } from '../targets/TargetFields';

/** The steps of the guided start, in their order. */
export const startSteps = [
  'people',
  'owner',
  'effort',
  'time',
  'targets',
  'families',
  'summary',
] as const;
export type StartStep = (typeof startSteps)[number];

/** The fields of the steps that something can be missing in. */
export const fieldIds = {
  name: 'start-name',
  group: 'start-group',
  owner: 'start-owner',
  deputies: 'start-deputies',
  sponsor: 'start-sponsor',
  weeklyHours: 'start-weekly-hours',
  budget: 'start-budget',
  startsOn: 'start-starts-on',
  weeks: 'start-weeks',
  timeZone: 'start-time-zone',
  workingDays: 'start-working-days',
  families: 'start-families',
} as const;

/** Where each gap is filled. */
export const placeOfGap: Readonly<Record<StartGap, { step: StartStep; fieldId: string }>> = {
  noName: { step: 'people', fieldId: fieldIds.name },
  noGroup: { step: 'people', fieldId: fieldIds.group },
  groupGone: { step: 'people', fieldId: fieldIds.group },
  noOwner: { step: 'owner', fieldId: fieldIds.owner },
  ownerNotChampion: { step: 'owner', fieldId: fieldIds.owner },
  ownerIsDeputy: { step: 'owner', fieldId: fieldIds.deputies },
  noSponsor: { step: 'owner', fieldId: fieldIds.sponsor },
  sponsorNotLeader: { step: 'owner', fieldId: fieldIds.sponsor },
  sponsorIsOwner: { step: 'owner', fieldId: fieldIds.sponsor },
  noHours: { step: 'effort', fieldId: fieldIds.weeklyHours },
  noBudget: { step: 'effort', fieldId: fieldIds.budget },
  noStart: { step: 'time', fieldId: fieldIds.startsOn },
  startNotMonday: { step: 'time', fieldId: fieldIds.startsOn },
  startInPast: { step: 'time', fieldId: fieldIds.startsOn },
  noWeeks: { step: 'time', fieldId: fieldIds.weeks },
  noTimeZone: { step: 'time', fieldId: fieldIds.timeZone },
  noWorkingDays: { step: 'time', fieldId: fieldIds.workingDays },
  noActiveRateTarget: { step: 'targets', fieldId: targetFieldId('activeRate') },
  targetTwice: { step: 'targets', fieldId: targetFieldId('activeRate') },
  targetBeforeStart: { step: 'targets', fieldId: targetFieldId('activeRate') },
  noJobFamily: { step: 'families', fieldId: fieldIds.families },
  jobFamilyTwice: { step: 'families', fieldId: fieldIds.families },
};
