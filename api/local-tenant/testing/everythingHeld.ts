import type { TestProduct } from '../testProduct';

type Held = Pick<TestProduct, 'database' | 'product'>;

/**
 * Every row of every table and every item of every list as they are now, as one text, to look for what
 * leads to a person. Left out is what remembers on purpose, by digest, that somebody was erased, and the
 * tables that are named.
 */
export async function everythingHeld(held: Held, but: readonly string[] = []): Promise<string> {
  return `${await tablesHeld(held, but)}\n${await listsHeld(held)}`;
}

/** The same of the lists alone. */
export async function listsHeld({ product }: Pick<Held, 'product'>): Promise<string> {
  const stores = Object.entries(product.lists.stores).filter(([name]) => name !== 'Erasures');
  return JSON.stringify(await Promise.all(stores.map(([, store]) => store.all())));
}

async function tablesHeld({ database }: Pick<Held, 'database'>, but: readonly string[]) {
  const tables = await database.query<{ name: string }>(
    `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public'`,
  );
  const rows: string[] = [];
  for (const { name } of tables) {
    if (but.includes(name)) continue;
    const [row] = await database.query<{ text: string | null }>(
      `SELECT string_agg(row::text, E'\\n') AS text FROM ${name} AS row
        WHERE ${name === 'list_replica' ? `list_name <> 'Erasures'` : 'true'}`,
    );
    rows.push(`${name}: ${row?.text ?? ''}`);
  }
  return rows.join('\n');
}
