import type { TriageStep } from '@last-mile/shared/feedback';
import type { Audited } from '../../auth/auditTrail';
import type { Names } from '../../auth/names';
import type { Database } from '../../db/database';
import { createBoundedMap } from '../../http/boundedMap';
import { isFirstVersion } from '../../sync/eTag';
import {
  ListItemGone,
  ListUnavailable,
  type ItemVersion,
  type ListStore,
} from '../../sync/storedItem';
import type { Read } from './readFeedback';

export interface StepsDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
}

interface AuditRow {
  readonly at: Date;
  readonly actorId: string;
  readonly action: Audited['action'];
  readonly changeId: string | null;
}

const steps: Partial<Record<Audited['action'], TriageStep['what']>> = {
  'feedback.takenUp': 'takenUp',
  'feedback.assigned': 'assigned',
  'feedback.awaitsPrompt': 'awaitsPrompt',
  'feedback.sentToVendor': 'sentToVendor',
  'feedback.closed': 'closed',
  'feedback.reopened': 'reopened',
  'feedback.merged': 'merged',
  'feedback.unmerged': 'unmerged',
  'feedback.heldBack': 'heldBack',
  'feedback.shared': 'shared',
  'feedback.helped': 'helped',
  'feedback.didNotHelp': 'didNotHelp',
};

/** Acts that come with words, in a column that the next of them writes over. */
const wordsIn: Partial<Record<TriageStep['what'], string>> = {
  takenUp: 'OutcomeNote',
  sentToVendor: 'OutcomeNote',
  closed: 'OutcomeNote',
  reopened: 'OutcomeNote',
  helped: 'HelpedWords',
  didNotHelp: 'HelpedWords',
};

const mostHistories = 200;

/**
 * What was done with a piece of feedback, oldest first: our acts from the audit trail, which holds no
 * words; what was told to the reporter and what people changed by hand from SharePoint's own history,
 * as far as it is kept and can be asked now.
 */
export function createSteps({ database, list, names }: StepsDependencies) {
  /** What SharePoint told of an item as it was at an eTag: it is asked once for each change. */
  const histories = createBoundedMap<string, readonly ItemVersion[]>(mostHistories);

  async function historyOf({ storedKey, eTag }: Read): Promise<readonly ItemVersion[]> {
    if (eTag === null || isFirstVersion(eTag)) return [];
    const place = `${storedKey} ${eTag}`;
    try {
      const history = histories.get(place) ?? (await list.history(storedKey));
      histories.set(place, history);
      return history;
    } catch (error) {
      if (error instanceof ListUnavailable || error instanceof ListItemGone) return [];
      throw error;
    }
  }

  const actsOn = ({ clientKey }: Read) =>
    database.query<AuditRow>(
      `SELECT at, actor_id AS "actorId", action, details->>'changeId' AS "changeId"
         FROM audit_trail WHERE subject = $1 ORDER BY at, id`,
      [clientKey],
    );

  return async (read: Read): Promise<TriageStep[]> => {
    const [acts, history, stored] = await Promise.all([
      actsOn(read),
      historyOf(read),
      list.get(read.storedKey),
    ]);
    const written = new Map(
      [...history, ...(stored ? [stored] : [])].map(({ fields }) => [fields['ChangeId'], fields]),
    );
    // The oldest is how it came about, also where a person wrote it there.
    const byHand = history.slice(0, -1).filter(({ by }) => by !== null);
    const found = await names.of([
      ...acts.map(({ actorId }) => actorId),
      ...byHand.flatMap(({ by }) => by?.userId ?? []),
    ]);
    const done = acts.flatMap(({ at, actorId, action, changeId }): TriageStep[] => {
      const what = steps[action];
      if (what === undefined) return [];
      const column = wordsIn[what];
      const note = column === undefined ? null : (written.get(changeId)?.[column] ?? null);
      const unnamed = read.record.named ? undefined : read.record.reporter;
      const by = found.get(actorId) ?? (actorId === unnamed ? unnamed : 'A colleague');
      return [{ at: at.toISOString(), by, what, note: typeof note === 'string' ? note : null }];
    });
    const changed = byHand.map(({ at, by }): TriageStep => {
      const name = found.get(by?.userId ?? '') ?? by?.name ?? null;
      return { at, by: name, what: 'changedInSharePoint', note: null };
    });
    const sent: TriageStep = { at: read.record.submittedAt, by: null, what: 'sent', note: null };
    return [sent, ...[...done, ...changed].sort(oldestFirst)];
  };
}

const oldestFirst = (one: TriageStep, other: TriageStep) =>
  Date.parse(one.at) - Date.parse(other.at);
