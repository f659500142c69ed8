import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { allIcons } from './iconFiles';
import { drawMark } from './mark';
import { encodePng } from './png';

// `npm run icons -w manifests` draws manifests/icons/ again after a change to the mark.
const folder = fileURLToPath(new URL('../../icons/', import.meta.url));
await mkdir(folder, { recursive: true });
for (const { file, size, style } of allIcons) {
  await writeFile(join(folder, file), encodePng(drawMark(size, style)));
}
