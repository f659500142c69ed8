import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { graphPermissions } from './permissions';

const document = fileURLToPath(new URL('../../../docs/permissions.md', import.meta.url));

test('docs/permissions.md names exactly the permissions the product uses, and what breaks without each', async () => {
  const [, section = ''] = (await readFile(document, 'utf8')).split('## The permissions');
  const [, , ...rows] = section.split('\n').filter((line) => line.startsWith('|'));
  const documented = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  expect(documented).toEqual(
    graphPermissions.map(({ name, besides, whatFor, without }) => [
      besides === null ? `\`${name}\`` : `\`${name}\`, ${besides}`,
      whatFor,
      without,
    ]),
  );
});
