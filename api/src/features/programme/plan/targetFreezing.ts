import type { Measure } from '@last-mile/shared/adoption';
import {
  baselineWeek,
  canFreezeBaseline,
  frozenOf,
  resultsAreDue,
  resultWeek,
  type PlannedTarget,
  type Programme,
  type TargetResult,
} from '@last-mile/shared/programme';
import { ofItself, recordAudit, type Audited } from '../../../auth/auditTrail';
import type { Database } from '../../../db/database';
import { asHolder, eachOnItsOwn } from '../../../sync/asHolder';
import type { Lease } from '../../../sync/lease';
import type { Fields } from '../../../sync/listDefinition';
import { repeatedly } from '../../../sync/repeatedly';
import { ListConflict, type ListStore, type StoredItem } from '../../../sync/storedItem';
import { resultFields, targetFields, toCourse } from '../planFields';
import type { ProgrammeItem } from '../programmeItem';
import type { FiguresAt } from './targetCourses';

export interface TargetFreezingDependencies {
  readonly database: Database;
  readonly list: Pick<ListStore, 'edit'>;
  readonly item: Pick<ProgrammeItem, 'read'>;
  readonly programmes: () => Promise<readonly Programme[]>;
  readonly figuresAt: FiguresAt;
  readonly lease: Lease;
  readonly now: () => Date;
  readonly onError: (error: unknown) => void;
}

/**
 * Writes what targets started from, once the week before the programme is closed, and what they came
 * to, once it is over: each once, in the programme's item and in the audit trail.
 */
export interface TargetFreezing {
  run(): Promise<void>;
  /** From now on, again and again; the answer stops it and waits for what is under way. */
  start(everyMs: number): () => Promise<void>;
}

export function createTargetFreezing(dependencies: TargetFreezingDependencies): TargetFreezing {
  const { database, list, item, programmes, figuresAt, lease, now, onError } = dependencies;

  async function write(
    programme: Programme,
    stored: StoredItem,
    { fields, ...act }: Pick<Audited, 'action' | 'details'> & { readonly fields: Fields },
  ) {
    try {
      await list.edit(stored.clientKey, stored.eTag ?? '', { actorId: ofItself, fields });
    } catch (error) {
      // Somebody changed the programme meanwhile: what is due is still due next time.
      if (error instanceof ListConflict) return;
      throw error;
    }
    await recordAudit(database, {
      ...{ at: now(), actorId: ofItself, ...act },
      ...{ subject: programme.clientKey, programmeKey: programme.clientKey },
    });
  }

  async function freezeBaselines(programme: Programme) {
    const stored = await item.read(programme);
    const targets = toCourse(stored.fields).plan?.targets ?? [];
    const at = now();
    // Before anything is asked: whether the week can be, once its figure is known.
    const isOpen = (target: PlannedTarget, figure: Measure) =>
      canFreezeBaseline(target, figure, at, programme).allowed;
    if (!targets.some((target) => isOpen(target, notAskedYet))) return;
    const week = baselineWeek(programme.startsOn);
    const figureOf = await figuresAt(programme, at, week);
    const frozen = targets.map((target) => {
      const figure = figureOf(target.metric);
      if (!isOpen(target, figure)) return target;
      return { ...target, baseline: frozenOf(figure, week, at.toISOString()) };
    });
    const news = frozen.filter((target, index) => target !== targets[index]);
    if (news.length === 0) return;
    await write(programme, stored, {
      fields: targetFields(frozen),
      action: 'programme.baselineFrozen',
      details: Object.fromEntries(news.map(({ metric, baseline }) => [metric, valueOf(baseline)])),
    });
  }

  async function freezeResults(programme: Programme) {
    const stored = await item.read(programme);
    const { plan, ended, results } = toCourse(stored.fields);
    const at = now();
    const span = { startsOn: programme.startsOn, ended };
    if (!plan || results.length > 0 || !resultsAreDue(span, at, programme)) return;
    const week = resultWeek(span);
    const figureOf = week === null ? () => notAskedYet : await figuresAt(programme, at, week);
    const figures = plan.targets.map(({ metric }) => ({ metric, figure: figureOf(metric) }));
    if (figures.length === 0 || figures.some(({ figure }) => figure.state === 'pending')) return;
    const frozen = figures.map(({ metric, figure }): TargetResult => ({
      ...{ metric },
      result: frozenOf(figure, week ?? baselineWeek(programme.startsOn), at.toISOString()),
    }));
    await write(programme, stored, {
      fields: resultFields(frozen),
      action: 'programme.resultsFrozen',
      details: Object.fromEntries(frozen.map(({ metric, result }) => [metric, valueOf(result)])),
    });
  }

  const run = () =>
    asHolder(lease, async () => {
      const works = (await programmes()).flatMap((programme) => [
        () => freezeBaselines(programme),
        () => freezeResults(programme),
      ]);
      return eachOnItsOwn(works, onError);
    });

  return { run, start: (everyMs) => repeatedly(run, everyMs, onError) };
}

const notAskedYet: Measure = { state: 'notEnoughData' };

const valueOf = (figure: PlannedTarget['baseline']) =>
  figure?.state === 'known' ? figure.value : 'notEnoughData';
