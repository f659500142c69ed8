import { mondayIn } from '@last-mile/shared/adoption';
import { calendarDayIn, type CalendarDay } from '@last-mile/shared/calendar';
import {
  badStartsOf,
  closingDaysOf,
  feedbackHealthOf,
  flagRatesOf,
  overdueFeedbackOf,
  recurringCausesOf,
  type Beginning,
  type CauseSubject,
  type FeedbackOverview,
  type ItemUse,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { GroupMember } from '../../auth/people';
import type { Linked } from './linked';
import { toNamedFlag } from './namedFlags';
import type { QueueViewer } from './queueItems';
import type { ReadProgrammeFeedback } from './programmeFeedback';
import { toMeasured, type Read, type ReadFeedback } from './readFeedback';

type Person = Pick<User, 'tenantId' | 'userId'>;

/** What the overview asks of adoption: how flagged items are used, and how people who are named began. */
interface UseBehindFeedback {
  /** Of the last twelve closed weeks, or as many as were measured, by their Mondays. */
  itemUses(
    programme: Programme,
    itemKeys: readonly string[],
  ): Promise<{
    readonly from: CalendarDay;
    readonly until: CalendarDay;
    readonly useOf: ReadonlyMap<string, ItemUse>;
    /** Whether an item's uses in the week of this Monday are told. */
    readonly isTold: (itemKey: string, week: CalendarDay) => boolean;
  }>;
  beginningsOf(people: readonly Person[]): Promise<readonly Beginning[]>;
}

export interface OverviewDependencies {
  readonly read: ReadProgrammeFeedback;
  /** What the programme's own people wrote, whoever answers it. */
  readonly readReported: ReadFeedback;
  readonly linked: Linked;
  readonly use: UseBehindFeedback;
  /** Everybody in the programme's group; throws Unavailable. */
  readonly membersOf: (programme: Programme) => Promise<ReadonlyMap<string, GroupMember>>;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

/** How feedback is answered, for owner and deputies: people are named in it, so it is nobody else's. */
export type Overview = (viewer: QueueViewer) => Promise<FeedbackOverview>;

/**
 * What is answered here is about what the programme's champions answer; rates compare what its own
 * people flagged with what they used (docs/decisions/0022).
 */
export function createOverview(dependencies: OverviewDependencies): Overview {
  const { read, readReported, linked, use, membersOf, asOf, now } = dependencies;

  async function titleOf(programme: Programme, about: CauseSubject): Promise<string | null> {
    switch (about.type) {
      case 'libraryItem':
        return (await linked.libraryItem(programme, about.itemKey))?.title ?? null;
      case 'workflow':
        return (await linked.task(programme, about.workflowKey))?.task ?? null;
      default:
        return null;
    }
  }

  async function badStartsIn({ programme, user }: QueueViewer, all: readonly Read[], at: Date) {
    const flags = all.flatMap(toNamedFlag);
    const userIds = [...new Set(flags.map(({ userId }) => userId))];
    const beginnings = await use.beginningsOf(
      userIds.map((userId) => ({ tenantId: user.tenantId, userId })),
    );
    const found = badStartsOf(flags, beginnings, at, programme.timeZone);
    if (found.length === 0) return [];
    const members = await membersOf(programme);
    return found.flatMap(({ clientKey, userId }) => {
      const member = members.get(userId);
      if (!member) return [];
      const { displayName: name, userPrincipalName } = member;
      return { name, userPrincipalName, clientKey };
    });
  }

  return async (viewer) => {
    const { programme } = viewer;
    const at = now();
    const weekOf = ({ record }: Read) => mondayIn(new Date(record.submittedAt), programme.timeZone);
    const [{ all, byKey }, reported] = await Promise.all([
      read(programme),
      readReported(programme),
    ]);
    const measured = all.map(toMeasured);
    const flagged = reported.flatMap((read) => {
      const { kind, about } = read.record;
      if (kind !== 'flag' || about.type !== 'libraryItem') return [];
      return { itemKey: about.itemKey, week: weekOf(read) };
    });
    const { from, until, useOf, isTold } = await use.itemUses(programme, [
      ...new Set(flagged.map(({ itemKey }) => itemKey)),
    ]);
    const rates = flagRatesOf(
      flagged
        .filter(({ week }) => week >= from && week <= until)
        .map(({ itemKey, week }) => ({ itemKey, beside: isTold(itemKey, week) })),
      useOf,
    );
    const causes = recurringCausesOf(measured, from, programme.timeZone);
    const recent = all.filter((read) => weekOf(read) >= from);
    const overdue = overdueFeedbackOf(
      measured,
      calendarDayIn(at, programme.timeZone),
      programme.calendar,
    );
    return {
      weeks: { from, until },
      firstResponseDays: feedbackHealthOf(measured, at, programme).firstResponseDays,
      closingDays: closingDaysOf(measured, programme),
      overdue: overdue.map((each) => ({
        ...each,
        text: byKey.get(each.clientKey)?.record.text ?? '',
        reachedClient: byKey.get(each.clientKey)?.record.reachedClient ?? false,
      })),
      flagRates: await Promise.all(
        rates.map(async (rate) => ({
          ...rate,
          title: await titleOf(programme, { type: 'libraryItem', itemKey: rate.itemKey }),
        })),
      ),
      causes: await Promise.all(
        causes.map(async (cause) => ({ ...cause, title: await titleOf(programme, cause.about) })),
      ),
      badStarts: await badStartsIn(viewer, recent, at),
      asOf: asOf(),
    };
  };
}
