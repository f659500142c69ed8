import { createHash } from 'node:crypto';
import { browserFile } from '../hosts/browserFile';

/** Concatenated in this order; each part uses only those before it. */
const standInParts = [
  'officeErrors',
  'officeEnums',
  'hostPort',
  'asyncCalls',
  'eventHandlers',
  'messageBody',
  'keptValues',
  'notificationMessages',
  'mailboxItem',
  'readItem',
  'nestedAppAuthBridge',
  'dialogPrompt',
  'dialogs',
  'dialogPage',
  'launchEvents',
  'officeGlobal',
];

/**
 * Answers, on the product's origin, the files by which the pane gets the `Office` stand-in at
 * Office.js's own address. Only the local start mounts it, before the product's own app.
 */
export function createStandInFiles({ tenantOrigin }: { tenantOrigin: string }) {
  const files: Record<string, () => Response> = {
    '/pane/local-office-stand-in.js': () => script(officeStandInScript(tenantOrigin)),
    // The scope is the worker's own folder, so no Service-Worker-Allowed header is needed.
    '/pane/local-office-stand-in-sw.js': () => script(part('serviceWorker')),
    '/pane/local-office-stand-in-installer.js': () => script(part('installer')),
    '/pane/local-office-stand-in.html': () => installerPage(tenantOrigin),
  };
  return (request: Request): Response | undefined => files[new URL(request.url).pathname]?.();
}

/** The stand-in as one classic script, as Office.js itself is. */
export function officeStandInScript(tenantOrigin: string): string {
  const parts = standInParts.map((name) => withoutModuleSyntax(part(name)));
  return [
    '/* Office stand-in of the local tenant: a simulation, not Office.js. */',
    "(() => {\n'use strict';",
    ...parts,
    `installOffice(window, ${JSON.stringify(tenantOrigin)});`,
    '})();\n',
  ].join('\n');
}

/** Names the stand-in by its content, so that a browser never keeps an older one. */
function versionOf(tenantOrigin: string): string {
  return createHash('sha256')
    .update(officeStandInScript(tenantOrigin))
    .digest('base64url')
    .slice(0, 16);
}

/** Our own files import only each other, by name, so their module syntax can simply go. */
function withoutModuleSyntax(source: string): string {
  return source
    .replace(/^import [^;]*? from '\.\/[A-Za-z]+\.js';$/gm, '')
    .replace(/^export (?=(const|function|class|async) )/gm, '');
}

function part(name: string): string {
  const text = browserFile('office-stand-in', `${name}.js`);
  if (text === undefined) throw new Error(`The Office stand-in lacks its part ${name}`);
  return text;
}

function script(source: string): Response {
  return new Response(source, {
    headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'no-store' },
  });
}

function installerPage(tenantOrigin: string): Response {
  const page = `<!doctype html>
<html lang="en" data-host-origin="${tenantOrigin}" data-version="${versionOf(tenantOrigin)}">
  <head><meta charset="utf-8"><title>Office stand-in (simulation)</title></head>
  <body><script type="module" src="/pane/local-office-stand-in-installer.js"></script></body>
</html>`;
  return new Response(page, {
    headers: {
      'Content-Type': 'text/html; charset=utf-8',
      'Cache-Control': 'no-store',
      'Content-Security-Policy': `default-src 'none'; script-src 'self'; connect-src 'self'; worker-src 'self'; frame-ancestors ${tenantOrigin}`,
    },
  });
}
