import type { Transaction } from '../../db/database';

/**
 * Takes the turn of reaching out to somebody at `at`. False where one was taken since `quietSince`: the
 * list may not tell yet of a champion who was faster.
 */
export async function takeTurn(
  tx: Transaction,
  turn: { readonly person: string; readonly at: Date; readonly quietSince: Date },
): Promise<boolean> {
  const taken = await tx.query(
    `INSERT INTO coaching_turn (person, reached_at) VALUES (decode($1, 'hex'), $2)
     ON CONFLICT (person) DO UPDATE SET reached_at = excluded.reached_at
      WHERE coaching_turn.reached_at <= $3
     RETURNING person`,
    [turn.person, turn.at, turn.quietSince],
  );
  return taken.length > 0;
}
