import { createHash } from 'node:crypto';
import { digestAgain } from './auth/keyedDigest';
import { keyFor, lastingKeyFor, type AppConfig, type KeyPurpose } from './config';
import type { Database, Transaction } from './db/database';
import { sealCheckpointsAnew } from './features/checkpoints/keptCheckpoints';
import { moveChains } from './features/feedback/notices/moveChains';
import { sealTextsAnew } from './features/library/seals';

/** The database stands under secrets that the settings do not have; with others everybody would be a stranger. */
export class WrongSecret extends Error {
  override readonly name = 'WrongSecret';
}

/** Keyed digests of people, and what their key is for. */
export const rolledDigests: readonly (readonly [
  table: string,
  column: string,
  purpose: KeyPurpose,
])[] = [
  ['usage_subject', 'person_digest', 'usage subjects'],
  ['usage_subject', 'name_digest', 'usage subjects'],
  ['earlier_name', 'person_digest', 'usage subjects'],
  ['earlier_name', 'name_digest', 'usage subjects'],
  ['erasure', 'person', 'usage subjects'],
  ['erased_subject', 'person_digest', 'usage subjects'],
  ['feedback_receipt', 'reporter_digest', 'feedback reporters'],
  ['feedback_answer', 'reporter_digest', 'feedback reporters'],
  ['suggestion_vote', 'voter_digest', 'feedback reporters'],
  ['library_favourite', 'person_digest', 'library favourites'],
  ['seen_roles', 'person', 'seen roles'],
];

// Any constant does, as long as every instance asks for the same one.
const rollLock = 1_274_002;

/**
 * Brings the database from the secret under which it stands to the one that holds now, in one commit:
 * digests of people become digests of these digests, and what is sealed is sealed anew. Throws WrongSecret
 * where the settings do not lead from one to the other, or another instance still works with the earlier
 * one. Answers how many secrets it went on by.
 */
export async function rollSecret(
  database: Database,
  config: Pick<AppConfig, 'secret' | 'previousSecrets'>,
): Promise<number> {
  const secrets = [...config.previousSecrets, config.secret];
  return database.transaction(async (tx) => {
    await tx.query('SELECT pg_advisory_xact_lock($1)', [rollLock]);
    const rows = await tx.query<{ fingerprint: string }>(
      'SELECT fingerprint FROM secret_generation ORDER BY number',
    );
    if (rows.some(({ fingerprint }, at) => fingerprint !== fingerprintOf(secrets[at]))) {
      throw new WrongSecret(
        'This database stands under another secret. Give all that it had as SECRET_PREVIOUS, the ' +
          'earliest first, and the one that holds now as SECRET.',
      );
    }
    // What has no generation yet was written under the earliest secret, if at all.
    const standsUnder = Math.max(rows.length, 1);
    if (standsUnder < secrets.length) {
      await refuseWhileOthersRun(tx);
      await refuseWhileErasing(tx);
    }
    for (let at = standsUnder; at < secrets.length; at += 1) {
      await rollFrom(tx, config, secrets[at - 1] ?? '', secrets[at] ?? '');
    }
    for (let at = rows.length; at < secrets.length; at += 1) {
      await tx.query('INSERT INTO secret_generation (number, fingerprint) VALUES ($1, $2)', [
        ...[at, fingerprintOf(secrets[at])],
      ]);
    }
    return secrets.length - standsUnder;
  });
}

async function rollFrom(
  tx: Transaction,
  config: Pick<AppConfig, 'secret' | 'previousSecrets'>,
  secret: string,
  next: string,
): Promise<void> {
  await moveChains(tx, lastingKeyFor(config, 'notification chains'), (digest) =>
    digestAgain(keyFor(next, 'feedback reporters'), digest),
  );
  for (const [table, column, purpose] of rolledDigests) {
    const key = keyFor(next, purpose);
    const found = await tx.query<{ digest: Buffer }>(
      `SELECT DISTINCT ${column} AS digest FROM ${table} WHERE ${column} IS NOT NULL`,
    );
    const digests = found.map(({ digest }) => digest);
    await tx.query(
      `UPDATE ${table} SET ${column} = made.next
         FROM unnest($1::bytea[], $2::bytea[]) AS made(now, next) WHERE ${column} = made.now`,
      [digests, digests.map((digest) => digestAgain(key, digest))],
    );
  }
  await sealTextsAnew(tx, keyFor(secret, 'library seals'), keyFor(next, 'library seals'));
  await sealCheckpointsAnew(tx, keyFor(secret, 'checkpoints'), keyFor(next, 'checkpoints'));
}

/** Every running instance listens; it would go on to write digests of the earlier secret. */
async function refuseWhileOthersRun(tx: Transaction): Promise<void> {
  const others = await tx.query(
    `SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND application_name = 'last-mile listen'`,
  );
  if (others.length > 0) {
    throw new WrongSecret(
      'Another instance still works with the earlier secret. Stop all of them, then start with the new one.',
    );
  }
}

/** What is still to be erased is written down by the digests of the earlier secret. */
async function refuseWhileErasing(tx: Transaction): Promise<void> {
  const underWay = await tx.query('SELECT FROM erasure WHERE done_at IS NULL');
  if (underWay.length > 0) {
    throw new WrongSecret(
      'An erasure is under way. Start with the earlier secret once more and let it come to its end.',
    );
  }
}

/** Tells secrets apart, and tells nothing of them: they are long and made by chance. */
function fingerprintOf(secret: string | undefined): string {
  return createHash('sha256')
    .update(`last-mile fingerprint ${secret ?? ''}`)
    .digest('hex')
    .slice(0, 16);
}
