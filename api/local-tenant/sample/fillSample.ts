import { calendarDayIn } from '@last-mile/shared/calendar';
import type { SampleDataMark } from '../../src/features/programme/sampleData';
import type { LocalTenant } from '../localTenant';
import { feedbackUntil } from './feedback';
import { copilotReportOf } from './copilotReport';
import { addToLists, publishLibrary, triageFeedback, type ListsGround } from './fillLists';
import { fillCases } from './fillCases';
import { fillCoaching } from './fillCoaching';
import { fillCopilotLooks } from './fillCopilotLooks';
import { createUsage, fillUsage, type SampleCourse } from './fillUsage';
import { fillPractice } from './fillPractice';
import { fillSavedTime } from './fillSavedTime';
import { editByHand } from './handEdit';
import { library } from './library';
import { createProgramme, timeZone } from './programme';

export interface SampleGround extends Omit<ListsGround, 'programme' | 'history'> {
  readonly tenant: Pick<LocalTenant, 'sharePoint' | 'reports' | 'forgetLimits'>;
  /** The product's, as what it wrote long ago was written by it. */
  readonly clientId: string;
  readonly subjectKey: string;
  readonly coachingKey: string;
  readonly mark: SampleDataMark;
  /** How the programme goes, where it goes otherwise than the sample's. */
  readonly course?: SampleCourse;
  /** The programme's first Monday; day 90 has just fallen where it is left out. */
  readonly startsOn?: string;
  /** Told each step when it is done. */
  readonly say: (line: string) => void;
}

/**
 * Fills an empty deployment with Halden & Marsh as it stands at `now`. The mark that says "sample data"
 * comes last: a fill that was interrupted is done again, and what is there already stays as it is. Filled
 * again later, what happened since is added.
 */
export async function fillSample(ground: SampleGround): Promise<void> {
  const { database, lists, mark, now, say } = ground;
  const today = calendarDayIn(now, timeZone);
  const planned = {
    ...createProgramme(today),
    ...(ground.startsOn && { startsOn: ground.startsOn }),
  };
  // An earlier attempt may have begun in another week.
  const begun = await lists.stores.Programmes.get(planned.clientKey);
  const startsOn = begun?.fields['StartsOn'];
  const programme = typeof startsOn === 'string' ? { ...planned, startsOn } : planned;
  const history = feedbackUntil(programme.startsOn, now);
  const filling = { ...ground, programme, history };

  // What is written here was written over months: no step is held to what the one before it took.
  const { forgetLimits } = ground.tenant;
  await addToLists(filling);
  forgetLimits();
  await publishLibrary(filling);
  const published = library.filter(({ publishedBy }) => publishedBy !== null).length;
  say(`wrote a library of ${library.length} items, ${published} of them published by four eyes`);
  await triageFeedback(filling);
  await fillCases(filling);
  forgetLimits();
  editByHand(ground.tenant.sharePoint);
  say(`took ${history.length} pieces of feedback, and one edit by hand in SharePoint`);
  const usage = createUsage(ground.course);
  const facts = await fillUsage(filling, usage);
  await fillSavedTime(filling, usage.actions);
  await fillCoaching(filling, usage);
  await fillPractice(filling, usage);
  // Else what lies in SharePoint alone would be known within half a minute, and the first look would miss it.
  await lists.syncNow();
  ground.tenant.reports.set(
    copilotReportOf(usage.copilotDays, { startsOn: programme.startsOn, today }),
  );
  await fillCopilotLooks(database, now);
  // Tenants conceal names until an administrator decides otherwise, as this firm's did.
  ground.tenant.reports.conceal(false);
  say(`kept ${facts} actions, drafts and answers of 21 weeks`);
  await database.transaction((tx) => mark.set(tx, true));
}
