import { jobTitles } from './departments';
import { createKeptModel, type Kept } from './keptModel';
import { isThereIn, type SamplePerson } from './people';
import type { SampleMoment } from './sampleClock';
import type { SampleItem } from './sampleItem';
import { createDraws, type Draws } from './seededDraws';
import { firstWeek, runningWeek, type SampleAction } from './usageModel';

/** A draft someone sent, and what the device could tell of it. */
export interface SampleDraft extends SampleMoment {
  /** Minutes from opened to sent; null where the device could not tell. */
  readonly minutes: number | null;
  readonly taskKey: string | null;
  readonly template: ({ readonly itemKey: string } & Kept) | null;
}

const seed = 20_260_302;
const longestMinutes = 60;

/** How much of a job family writes to clients or candidates from Outlook, where drafts are seen. */
const writing: Readonly<Record<string, number>> = {
  'client-advisory': 0.35,
  'account-management': 0.7,
  'operations-delivery': 0.4,
  'people-finance': 0.45,
};

/** How someone writes: minutes a plain draft takes them, and what changes it. */
interface Writer {
  readonly pace: number;
  /** What a template leaves of the time. */
  readonly withTemplate: number;
  /** What is left of the time once eight weeks of practice have done their work. */
  readonly afterPractice: number;
  /** How often the device can tell the time: hardly on an older Outlook, nearly always on a newer. */
  readonly observed: number;
  readonly tapsTask: number;
}

/** What is left of the time a draft takes an average person, as a share. */
export interface DraftingGains {
  readonly withTemplate: number;
  /** Once eight weeks of practice have done their work. */
  readonly afterPractice: number;
}

const usualGains: DraftingGains = { withTemplate: 0.68, afterPractice: 0.82 };

/**
 * The drafts people sent. A template that was inserted is sent in most cases, a few minutes later;
 * beside those, the writers of the firm send drafts without one. Each has a pace of their own.
 */
export function draftsOf(
  usage: ReadonlyMap<SamplePerson, readonly SampleAction[]>,
  ground: {
    readonly items: ReadonlyMap<string, SampleItem>;
    /** Keys of the mapped tasks of each job family. */
    readonly tasks: ReadonlyMap<string, readonly string[]>;
  },
  gains: DraftingGains = usualGains,
): ReadonlyMap<SamplePerson, readonly SampleDraft[]> {
  const draws = createDraws(seed);
  const keptOf = createKeptModel();
  return new Map(
    [...usage].map(([person, actions]) => {
      const family = jobTitles[person.user.jobTitle ?? ''] ?? '';
      const writer = writerOf(draws, gains);
      const drafts = actions.flatMap((action) => {
        const item = ground.items.get(action.itemKey);
        if (action.kind !== 'templateInserted' || !item || draws.share() > 0.92) return [];
        return [sentFrom(action, writer, item, keptOf(item, draws), draws)];
      });
      if (draws.share() < (writing[family] ?? 0)) {
        drafts.push(...plainDrafts(person, writer, ground.tasks.get(family) ?? [], draws));
      }
      return [person, drafts] as const;
    }),
  );
}

function writerOf(draws: Draws, gains: DraftingGains): Writer {
  return {
    pace: 13 * Math.exp(0.35 * draws.normal()),
    withTemplate: gains.withTemplate * Math.exp(0.2 * draws.normal()),
    afterPractice: gains.afterPractice * Math.exp(0.12 * draws.normal()),
    observed: draws.share() < 0.75 ? 0.95 : 0.4,
    tapsTask: 0.6 * draws.share(),
  };
}

function sentFrom(
  { week, weekday, minute, itemKey }: SampleAction,
  writer: Writer,
  { content }: SampleItem,
  kept: Kept,
  draws: Draws,
): SampleDraft {
  const minutes = minutesOf(writer, week, writer.withTemplate, draws);
  return {
    ...{ week, weekday, minute: minute + Math.ceil(minutes) },
    minutes: draws.share() < writer.observed ? minutes : null,
    taskKey: draws.share() < writer.tapsTask ? content.taskKey : null,
    template: { itemKey, ...kept },
  };
}

function plainDrafts(
  person: SamplePerson,
  writer: Writer,
  tasks: readonly string[],
  draws: Draws,
): SampleDraft[] {
  const perWeek = 1 + 3 * draws.share();
  const drafts: SampleDraft[] = [];
  for (let week = firstWeek; week <= runningWeek; week += 1) {
    const count = Math.floor(perWeek * 2 * draws.share());
    for (let sent = 0; sent < count; sent += 1) {
      const minutes = minutesOf(writer, week, 1, draws);
      const draft: SampleDraft = {
        week,
        weekday: draws.whole(5),
        minute: 8 * 60 + draws.whole(9 * 60) + Math.ceil(minutes),
        minutes: draws.share() < writer.observed ? minutes : null,
        taskKey:
          tasks.length > 0 && draws.share() < writer.tapsTask / 2 ? draws.oneOf(tasks) : null,
        template: null,
      };
      if (isThereIn(person, week)) drafts.push(draft);
    }
  }
  return drafts;
}

/** To a tenth of a minute; what was left open for longer than an hour is told as an hour. */
function minutesOf(writer: Writer, week: number, template: number, draws: Draws): number {
  const learnt = week < 0 ? 0 : 1 - Math.exp(-(week + 1) / 4);
  const practice = 1 - (1 - writer.afterPractice) * learnt;
  const minutes = writer.pace * template * practice * Math.exp(0.4 * draws.normal());
  return Math.min(longestMinutes, Math.round(10 * minutes) / 10);
}
