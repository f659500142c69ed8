import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { builtFromText } from './builtChunks';

/** The least a Fluent page can be: React, the provider with the host's theme, one line of text to wait for. */
const source = `
import { createElement } from 'react';
import { createRoot } from 'react-dom/client';
import { createDOMRenderer, FluentProvider, RendererProvider, teamsLightTheme } from '@fluentui/react-components';
const nonce = document.querySelector('meta[property="csp-nonce"]')?.nonce;
const renderer = createDOMRenderer(document, nonce ? { styleElementAttributes: { nonce } } : {});
createRoot(document.getElementById('root')).render(
  createElement(RendererProvider, { renderer, targetDocument: document },
    createElement(FluentProvider, { theme: teamsLightTheme },
      createElement('p', { id: 'usable' }, 'Nothing but a provider.'))));
`;

/** Builds the page into a folder of its own, to be served as the apps are; says which. */
export async function buildEmptyPage(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'last-mile-empty-page-'));
  const chunks = await builtFromText('outlook-addin', source);
  for (const { fileName, code } of chunks) {
    await mkdir(dirname(join(folder, fileName)), { recursive: true });
    await writeFile(join(folder, fileName), code);
  }
  const entry = chunks.find(({ isEntry }) => isEntry)?.fileName ?? '';
  await writeFile(
    join(folder, 'index.html'),
    `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Empty</title>
    <!--last-mile-config-->
    <script type="module" src="./${entry}"></script>
  </head>
  <body><div id="root"></div></body>
</html>
`,
  );
  return folder;
}
