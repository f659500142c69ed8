import { calendarDayIn } from '@last-mile/shared/calendar';
import {
  responseDueOn,
  type ActContext,
  type ClosingOutcome,
  type FeedbackSubject,
  type TriageAct,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import { refuseAt } from '../../http/refuseAt';
import type { Read } from './readFeedback';
import type { Linked } from './linked';

/** What is known of what an act names, once it is there and fits; else the act is refused. */
export type ContextOf = (programme: Programme, read: Read, act: TriageAct) => Promise<ActContext>;

export function createActContext(linked: Linked, now: () => Date): ContextOf {
  async function itemOf(programme: Programme, itemKey: string, path: string) {
    const item = await linked.libraryItem(programme, itemKey.toLowerCase());
    return item ?? refuseAt(path, 'itemUnknown');
  }

  async function namedBy(programme: Programme, about: FeedbackSubject, outcome: ClosingOutcome) {
    switch (outcome.route) {
      case 'promptAdjusted': {
        const { itemKey, version } = outcome;
        const item = await itemOf(programme, itemKey, 'act.outcome.itemKey');
        const found = item.versions.find((one) => one.version === version);
        if (!found) return refuseAt('act.outcome.version', 'versionUnknown');
        const isFlagged = about.type === 'libraryItem' && about.itemKey === itemKey.toLowerCase();
        if (isFlagged && version <= about.version) {
          return refuseAt('act.outcome.version', 'versionNotLater');
        }
        return { title: found.title };
      }
      case 'workflowChanged': {
        const { workflowKey, stepKey } = outcome;
        const found = await linked.task(programme, workflowKey.toLowerCase());
        if (!found) return refuseAt('act.outcome.workflowKey', 'taskUnknown');
        const step = found.steps.find(({ id }) => id === stepKey);
        if (stepKey !== null && !step) return refuseAt('act.outcome.stepKey', 'stepUnknown');
        return { title: found.task, step: step?.name ?? null };
      }
      case 'trainingChanged': {
        const key = outcome.sessionKey?.toLowerCase() ?? null;
        if (key !== null && !(await linked.hasSession(programme, key))) {
          return refuseAt('act.outcome.sessionKey', 'sessionUnknown');
        }
        return {};
      }
      case 'vendor':
        refuseTomorrow(programme, outcome.sentOn, 'act.outcome.sentOn');
        return {};
      default:
        return {};
    }
  }

  function refuseTomorrow({ timeZone }: Programme, day: string, path: string) {
    if (day > calendarDayIn(now(), timeZone)) refuseAt(path, 'sentInFuture');
  }

  return async (programme, { record }, act) => {
    const at = now();
    const common: ActContext = {
      at: at.toISOString(),
      answerDueOn: responseDueOn(record, at, programme),
      ...{ title: '', step: null, published: 0 },
    };
    switch (act.do) {
      case 'assign': {
        const mayTriage = [null, programme.ownerId, ...programme.deputyIds];
        if (!mayTriage.includes(act.to)) return refuseAt('act.to', 'notATriager');
        return common;
      }
      case 'adjustPrompt': {
        const { title, published } = await itemOf(programme, act.itemKey, 'act.itemKey');
        return { ...common, title, published: published ?? 0 };
      }
      case 'sendToVendor':
        refuseTomorrow(programme, act.sentOn, 'act.sentOn');
        return common;
      case 'close':
        return { ...common, ...(await namedBy(programme, record.about, act.outcome)) };
      default:
        return common;
    }
  };
}
