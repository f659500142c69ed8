import { createHash } from 'node:crypto';
import type { DashboardResponse } from '@last-mile/shared/adoption';
import {
  dayIn,
  responseDueOn,
  type FeedbackItem,
  type FeedbackReceipt,
  type FeedbackRequest,
  type FeedbackResponse,
} from '@last-mile/shared/feedback';
import type { Programme } from '@last-mile/shared/programme';
import type { User } from '@last-mile/shared/user';
import type { Names } from '../../auth/names';
import type { Database, Transaction } from '../../db/database';
import { publicKeyOf } from '../../http/publicKey';
import { RuleRefused } from '../../http/refusals';
import type { ListStore, StoredItem } from '../../sync/storedItem';
import { feedbackFields, toFeedback, type FeedbackRecord } from './feedbackList';
import type { Pseudonyms } from './pseudonyms';

export interface FeedbackDependencies {
  readonly database: Database;
  readonly list: ListStore;
  readonly names: Names;
  readonly pseudonyms: Pseudonyms;
  readonly asOf: () => string | null;
  readonly now: () => Date;
}

export interface Feedback {
  /** Commits the words under their key; sent again they are known, and nothing is doubled. */
  submit(request: FeedbackRequest, programme: Programme, user: User): Promise<FeedbackReceipt>;
  mine(programme: Programme, user: User): Promise<FeedbackResponse>;
  queue(programme: Programme, user: User): Promise<FeedbackResponse>;
  health(programme: Programme, now: Date): Promise<DashboardResponse['feedback']>;
}

interface Read {
  readonly clientKey: string;
  readonly record: FeedbackRecord;
  readonly delivered: boolean;
}

/** Feedback on its list; who is behind a pseudonym is known to PostgreSQL alone, by keyed digest. */
export function createFeedback(dependencies: FeedbackDependencies): Feedback {
  const { database, list, names, pseudonyms, asOf, now } = dependencies;

  async function readProgramme(programme: Programme): Promise<Read[]> {
    return (await list.all())
      .map(toRead)
      .filter(({ record }) => (record.programmeKey ?? programme.clientKey) === programme.clientKey);
  }

  const ownKeys = async (user: User) =>
    new Set(
      (
        await database.query<{ clientKey: string }>(
          `SELECT client_key::text AS "clientKey" FROM feedback_receipt WHERE reporter_digest = $1`,
          [pseudonyms.digestOf(user)],
        )
      ).map(({ clientKey }) => clientKey),
    );

  const isOwn = ({ clientKey, record }: Read, user: User, keys: ReadonlySet<string>) =>
    keys.has(clientKey) || (record.named && record.reporter === user.userId);

  function shown(
    reads: readonly Read[],
    programme: Programme,
    nameOf: (read: Read) => string,
  ): FeedbackResponse {
    const today = dayIn(now(), programme.timeZone);
    return { items: reads.map((read) => toItem(read, nameOf(read), today)), asOf: asOf() };
  }

  return {
    async submit(request, programme, user) {
      const { named, clientKey: sentKey, ...words } = request;
      const clientKey = sentKey.toLowerCase();
      const submittedAt = now();
      const reporter = named ? user.userId : pseudonyms.nameFor(user, clientKey);
      const dueOn = responseDueOn(request, submittedAt, programme.timeZone);
      return database.transaction(async (tx) => {
        const earlier = await claimKey(tx, {
          clientKey,
          reporterDigest: pseudonyms.digestOf(user),
          contentDigest: digestOfRequest(request),
          dueOn,
          at: submittedAt.toISOString(),
        });
        if (earlier) return { clientKey, state: 'known', dueOn: earlier.dueOn };
        const answer = await list.append(tx, {
          clientKey,
          // Whoever stays unnamed is not named by the platform's column either.
          actorId: reporter,
          fields: feedbackFields({
            ...words,
            reporter,
            named,
            state: 'new',
            submittedAt: submittedAt.toISOString(),
            dueOn,
            programmeKey: programme.clientKey,
          }),
        });
        // The list knows a key we gave no receipt for: it belongs to something else.
        if (answer === 'known') throw new RuleRefused('keyReused');
        return { clientKey, state: 'accepted', dueOn };
      });
    },

    async mine(programme, user) {
      const [reads, keys] = await Promise.all([readProgramme(programme), ownKeys(user)]);
      const own = reads.filter((read) => isOwn(read, user, keys)).sort(newestFirst);
      return shown(own, programme, () => 'you');
    },

    async queue(programme, user) {
      const [reads, keys] = await Promise.all([readProgramme(programme), ownKeys(user)]);
      const named = reads.filter(({ record }) => record.named);
      const found = await names.of(named.map(({ record }) => record.reporter));
      return shown(reads.sort(mostUrgentFirst), programme, (read) => {
        if (read.record.named && isOwn(read, user, keys)) return 'you';
        if (!read.record.named) return read.record.reporter || 'Someone';
        return found.get(read.record.reporter) ?? 'A colleague';
      });
    },

    async health(programme, at) {
      const today = dayIn(at, programme.timeZone);
      const records = (await readProgramme(programme)).map(({ record }) => record);
      const open = records.filter(({ state }) => state !== 'closed');
      return {
        open: open.length,
        overdue: open.filter((record) => isOverdue(record, today)).length,
        openReachedClient: open.filter(({ reachedClient }) => reachedClient).length,
        closed: records.length - open.length,
        suggestions: records.filter(({ kind }) => kind === 'suggestion').length,
      };
    },
  };
}

interface Receipt {
  readonly clientKey: string;
  readonly reporterDigest: Buffer;
  readonly contentDigest: Buffer;
  readonly dueOn: string;
  readonly at: string;
}

/** Takes the key for these words; answers the earlier receipt when they had arrived before. */
async function claimKey(tx: Transaction, receipt: Receipt): Promise<{ dueOn: string } | undefined> {
  const { clientKey, reporterDigest, contentDigest, dueOn, at } = receipt;
  const claimed = await tx.query(
    `INSERT INTO feedback_receipt (client_key, reporter_digest, content_digest, due_on, accepted_at)
     VALUES ($1, $2, $3, $4, $5) ON CONFLICT DO NOTHING RETURNING client_key`,
    [clientKey, reporterDigest, contentDigest, dueOn, at],
  );
  if (claimed.length > 0) return undefined;
  const [earlier] = await tx.query<Pick<Receipt, 'reporterDigest' | 'contentDigest' | 'dueOn'>>(
    `SELECT reporter_digest AS "reporterDigest", content_digest AS "contentDigest",
            due_on AS "dueOn"
       FROM feedback_receipt WHERE client_key = $1`,
    [clientKey],
  );
  const same =
    earlier?.reporterDigest.equals(reporterDigest) === true &&
    earlier.contentDigest.equals(contentDigest);
  if (!same) throw new RuleRefused('keyReused');
  return { dueOn: earlier.dueOn };
}

function digestOfRequest(request: FeedbackRequest): Buffer {
  const { kind, reason, reachedClient, about, text, named, surface } = request;
  const content = [kind, reason, reachedClient, Object.entries(about).sort(), text, named, surface];
  return createHash('sha256').update(JSON.stringify(content)).digest();
}

function toRead({ clientKey, fields, createdAt, delivered }: StoredItem): Read {
  return {
    clientKey: publicKeyOf('Feedback', clientKey),
    record: toFeedback(fields, new Date(createdAt).toISOString()),
    delivered,
  };
}

function toItem({ clientKey, record, delivered }: Read, reporter: string, today: string) {
  const item: FeedbackItem = {
    clientKey,
    kind: record.kind,
    reason: record.reason,
    reachedClient: record.reachedClient,
    about: record.about,
    text: record.text,
    reporter,
    surface: record.surface,
    state: record.state,
    submittedAt: record.submittedAt,
    dueOn: record.dueOn,
    overdue: isOverdue(record, today),
    delivered,
  };
  return item;
}

/** Due is the first response: what somebody took up is no longer overdue. */
const isOverdue = ({ state, dueOn }: FeedbackRecord, today: string) =>
  state === 'new' && dueOn < today;

const newestFirst = (one: Read, other: Read) =>
  other.record.submittedAt.localeCompare(one.record.submittedAt);

const urgency = { new: 0, inProgress: 1, waitingOnVendor: 2, closed: 3 } as const;
const mostUrgentFirst = (one: Read, other: Read) =>
  urgency[one.record.state] - urgency[other.record.state] ||
  one.record.dueOn.localeCompare(other.record.dueOn) ||
  newestFirst(one, other);
