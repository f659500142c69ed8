import * as z from 'zod/mini';
import type { IssueCode } from '../issue';
import { calendarDay, clientKey, instant, multiLine, singleLine } from '../text';
import { feedbackItem } from './feedbackItem';
import { flagReason } from './feedbackSubject';

const readETag = z.string().check(z.minLength(1));
const note = z.nullable(multiLine);

/**
 * How a piece of feedback ends (design 2.4). Each outcome names what it is linked to: there is no
 * closing without one.
 */
export const closingOutcome = z.discriminatedUnion('route', [
  z.strictObject({
    route: z.literal('promptAdjusted'),
    itemKey: clientKey,
    /** The published version that mends it. */
    version: z.number().check(z.int(), z.minimum(1)),
  }),
  z.strictObject({
    route: z.literal('workflowChanged'),
    workflowKey: clientKey,
    /** Null where the change is not about one step. */
    stepKey: z.nullable(singleLine),
    change: multiLine,
  }),
  z.strictObject({
    route: z.literal('trainingChanged'),
    /** The session of practice that takes it up; null where it is another training. */
    sessionKey: z._default(z.nullable(clientKey), null),
    /** The session or exercise, by its name or its address. */
    training: singleLine,
  }),
  z.strictObject({
    route: z.literal('vendor'),
    /** The vendor's number of the case. */
    reference: singleLine,
    sentOn: calendarDay,
    answer: multiLine,
  }),
  z.strictObject({ route: z.literal('declined'), reason: multiLine }),
]);
export type ClosingOutcome = z.infer<typeof closingOutcome>;

/** What somebody who triages does with a piece of feedback. */
export const triageAct = z.discriminatedUnion('do', [
  /** A first answer: the clock stops. `note` is told to the reporter. */
  z.strictObject({ do: z.literal('takeUp'), note }),
  /** Object id of the owner or a deputy; null for nobody. */
  z.strictObject({ do: z.literal('assign'), to: z.nullable(z.string()) }),
  /** The text of an item is to be changed: publishing a later version of it closes the feedback. */
  z.strictObject({ do: z.literal('adjustPrompt'), itemKey: clientKey }),
  /** It went to the vendor and waits for an answer. */
  z.strictObject({
    do: z.literal('sendToVendor'),
    reference: singleLine,
    sentOn: calendarDay,
    note,
  }),
  z.strictObject({ do: z.literal('close'), outcome: closingOutcome, note }),
  z.strictObject({ do: z.literal('reopen'), note }),
  /** It says what another one says, which goes on for both. */
  z.strictObject({ do: z.literal('merge'), into: clientKey }),
  z.strictObject({ do: z.literal('unmerge') }),
  /** Colleagues are not shown a suggestion, such as one that names a client; or are shown it again. */
  z.strictObject({ do: z.literal('holdBack') }),
  z.strictObject({ do: z.literal('share') }),
]);
export type TriageAct = z.infer<typeof triageAct>;

/** An act on an item as it stood at `eTag`; whoever changed it since is not overwritten. */
export const triageRequest = z.strictObject({ eTag: readETag, act: triageAct });
export type TriageRequest = z.infer<typeof triageRequest>;

/** The same act on several items. Each is done or not by itself. */
export const bulkTriageRequest = z.strictObject({
  items: z
    .array(z.strictObject({ clientKey, eTag: readETag }))
    .check(z.minLength(1), z.maxLength(100)),
  act: triageAct,
});
export type BulkTriageRequest = z.infer<typeof bulkTriageRequest>;

/** A colleague who triages: the owner or a deputy. */
export const triager = z.object({ userId: z.string(), name: z.string() });
export type Triager = z.infer<typeof triager>;

/** What the vendor was asked and what came back. */
export const vendorCase = z.object({
  reference: z.string(),
  sentOn: z.nullable(calendarDay),
  answer: z.nullable(z.string()),
});

/** A piece of feedback as those who triage see it. */
export const queueItem = z.extend(feedbackItem, {
  /** Null while SharePoint does not have it yet; then it cannot be triaged. */
  eTag: z.nullable(z.string()),
  assignee: z.nullable(triager),
  vendor: z.nullable(vendorCase),
  /** The item whose next published version closes it; null where none is awaited. */
  awaitsItem: z.nullable(clientKey),
  /** Distinct people behind it: its reporter, those of what was merged into it, and who voted. */
  voices: z.number(),
  /** How many were merged into it. */
  merged: z.number(),
});
export type QueueItem = z.infer<typeof queueItem>;

/**
 * `new`: nobody answered yet. `due`: of those, what is due today or before. `mine`: open and assigned
 * to the caller. `vendor`: waits on the vendor. `open`: not closed. `done`: closed, or merged into another.
 */
export const queueViews = ['new', 'due', 'mine', 'vendor', 'open', 'done'] as const;
export const queueView = z.enum(queueViews);
export type QueueView = z.infer<typeof queueView>;

export const queueSorts = ['urgency', 'newest', 'voices'] as const;

/** Which part of the queue, in which order. Everything may be left out. */
export const queueQuery = z.strictObject({
  view: z._default(queueView, 'open'),
  reason: z.optional(z.union([flagReason, z.literal('suggestion')])),
  about: z.optional(z.enum(['libraryItem', 'aiOutput', 'tool', 'workflow'])),
  /** Words that its text holds. */
  q: z.optional(z.string().check(z.maxLength(200))),
  sort: z._default(z.enum(queueSorts), 'urgency'),
  /** Where the page before ended, as its answer said. */
  after: z.optional(z.string().check(z.maxLength(200))),
});
export type QueueQuery = z.input<typeof queueQuery>;

export const queueResponse = z.object({
  items: z.array(queueItem),
  /** How many each view holds, without filters. */
  counts: z.object({
    new: z.number(),
    due: z.number(),
    mine: z.number(),
    vendor: z.number(),
    open: z.number(),
    done: z.number(),
  }),
  /** How many match, over all pages. */
  total: z.number(),
  /** Sent back as `after` for the next page; null on the last. */
  next: z.nullable(z.string()),
  /** Whom an item can be assigned to. */
  triagers: z.array(triager),
  asOf: z.nullable(instant),
});
export type QueueResponse = z.infer<typeof queueResponse>;

/** What a piece of feedback is about, as it was when it was sent. */
export const feedbackContext = z.object({
  /** Title of the library item in the version that was read, or the task. Null where it is gone. */
  title: z.nullable(z.string()),
  /** The text of the library item in that version; null for other subjects, and where it is gone. */
  text: z.nullable(z.string()),
  /** The version that is published now; null for other subjects, and where none is. */
  currentVersion: z.nullable(z.number()),
  task: z.nullable(z.string()),
  step: z.nullable(z.string()),
  /** Counted uses of the item in the seven days before and after; null where too few people are behind. */
  usesBefore: z.nullable(z.number()),
  usesAfter: z.nullable(z.number()),
});
export type FeedbackContext = z.infer<typeof feedbackContext>;

/** One thing that was done with it, oldest first. */
export const triageStep = z.object({
  at: instant,
  /** Null where nobody of ours did it, such as a change in SharePoint. */
  by: z.nullable(z.string()),
  what: z.enum([
    'sent',
    'takenUp',
    'assigned',
    'awaitsPrompt',
    'sentToVendor',
    'closed',
    'reopened',
    'merged',
    'unmerged',
    'heldBack',
    'shared',
    'helped',
    'didNotHelp',
    'changedInSharePoint',
  ]),
  note: z.nullable(z.string()),
});
export type TriageStep = z.infer<typeof triageStep>;

export const feedbackDetail = z.object({
  item: queueItem,
  context: feedbackContext,
  steps: z.array(triageStep),
  /** What was merged into it. */
  merged: z.array(queueItem),
  /** Open ones that say nearly the same, most alike first; likeness 0 to 1. */
  alike: z.array(z.object({ item: queueItem, likeness: z.number() })),
});
export type FeedbackDetail = z.infer<typeof feedbackDetail>;

/** What became of each item of a bulk act. */
export const bulkTriageResponse = z.object({
  results: z.array(
    z.discriminatedUnion('state', [
      z.object({ clientKey, state: z.literal('done'), item: queueItem }),
      /** Somebody changed it meanwhile: nothing was written. */
      z.object({ clientKey, state: z.literal('conflict'), item: queueItem }),
      /** As a refused single act: the code and its sentence. */
      z.object({
        ...{ clientKey, state: z.literal('refused'), code: z.string(), message: z.string() },
      }),
    ]),
  ),
});
export type BulkTriageResponse = z.infer<typeof bulkTriageResponse>;

const keysIn = (text: string) => text.split(',');

/** Which pieces of feedback go to a vendor, by their keys with commas between, and as what. */
export const vendorPackQuery = z.strictObject({
  keys: z.pipe(
    z.string().check(
      z.refine((text) => keysIn(text).every((key) => clientKey.safeParse(key).success), {
        error: 'uuids' satisfies IssueCode,
      }),
      z.refine((text) => keysIn(text).length <= 100, {
        error: 'tooMany' satisfies IssueCode,
        params: { limit: 100 },
      }),
    ),
    z.transform(keysIn),
  ),
  format: z.enum(['txt', 'csv']),
});
export type VendorPackFormat = z.infer<typeof vendorPackQuery>['format'];
