import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { inventoryDocument } from './privacyDocument';

const path = fileURLToPath(new URL('../../../../docs/privacy.md', import.meta.url));

/** To write it again after a change of the inventory: replace everything from that heading on. */
test('docs/privacy.md says of every field what the inventory says', async () => {
  const page = await readFile(path, 'utf8');
  const written = page.slice(page.indexOf('## SharePoint lists'));
  const config = await resolveConfig(path);
  expect(written).toBe(await format(inventoryDocument(), { ...config, parser: 'markdown' }));
});
