import { foreignHost, payload, vector, type ScriptVector } from './scriptVector';

/** Addresses that are code, as browsers read them: they skip controls and decode entities first. */
const codeAddresses: readonly (readonly [string, string])[] = [
  ['plain', `javascript:${payload}`],
  ['mixed case', `jAvAsCrIpT:${payload}`],
  ['spaces before', `   javascript:${payload}`],
  ['a control before', `\u0001javascript:${payload}`],
  ['a control before, as an entity', `&#1;javascript:${payload}`],
  ['a tab inside', `java\tscript:${payload}`],
  ['a line break inside', `java\nscript:${payload}`],
  ['a tab inside, as an entity', `java&Tab;script:${payload}`],
  ['a line break inside, as an entity', `java&NewLine;script:${payload}`],
  ['decimal entities', `&#106;&#97;&#118;&#97;&#115;&#99;&#114;&#105;&#112;&#116;:${payload}`],
  ['long entities without ends', `&#0000106&#0000097vascript:${payload}`],
  ['hexadecimal entities', `&#x6A;&#x61;&#x76;&#x61;script&colon;${payload}`],
  ['an authority that is a comment', `javascript://${foreignHost}/%0a${payload}`],
  ['escaped in the address', `javascript:%72an()`],
  ['a page as data', `data:text/html,<script>${payload}</script>`],
  ['a page as data in base64', 'data:text/html;base64,PHNjcmlwdD5yYW4oKTwvc2NyaXB0Pg=='],
  ['a drawing as data', `data:image/svg+xml,<svg onload=${payload}>`],
  ['data in mixed case', `DaTa:text/html,<script>${payload}</script>`],
  ['an XML page as data', `data:application/xhtml+xml,<script>${payload}</script>`],
  ['VBScript', `vbscript:${payload}`],
  ['VBScript with a break', `vb\nscript:${payload}`],
  ['a view of a source', `view-source:javascript:${payload}`],
];

/** Places where an address is followed. */
const carriers: readonly (readonly [string, (address: string) => string])[] = [
  ['a link', (address) => `<a href="${address}">x</a>`],
  ['an area of a map', (address) => `<map name=m><area href='${address}'></map>`],
  ['a frame', (address) => `<iframe src="${address}"></iframe>`],
  ['a form', (address) => `<form action="${address}"><input type=submit autofocus></form>`],
  ['a link in a drawing', (address) => `<svg><a xlink:href="${address}"><text>x</text></a></svg>`],
];

const others: readonly (readonly [string, string])[] = [
  ['an object', `<object data="javascript:${payload}"></object>`],
  ['an embedded thing', `<embed src="javascript:${payload}">`],
  ['a button of a form elsewhere', `<button form=f formaction="javascript:${payload}">x</button>`],
  ['a refresh', `<meta http-equiv=refresh content="0;url=javascript:${payload}">`],
  ['a base', `<base href="javascript:${payload}//"><a href="#">x</a>`],
  ['a background', `<table background="javascript:${payload}"><tr><td>x</td></tr></table>`],
  ['a lowsrc', `<img lowsrc="javascript:${payload}" dynsrc="javascript:${payload}">`],
  ['a citation', `<blockquote cite="javascript:${payload}">x</blockquote>`],
  ['a poster', `<video poster="javascript:${payload}"></video>`],
  ['a manifest', `<html manifest="javascript:${payload}"><p>x</p>`],
  ['a ping', `<a href="#" ping="https://${foreignHost}/">x</a>`],
  ['a frame of its own words', `<iframe srcdoc="&lt;script&gt;parent.${payload}&lt;/script&gt;">`],
];

export const addressVectors: readonly ScriptVector[] = [
  ...carriers.flatMap(([where, carry]) =>
    codeAddresses.map(([how, address]) => vector(`${where}: ${how}`, carry(address))),
  ),
  ...others.map(([name, text]) => vector(name, text)),
];
