import { payload, vector, type ScriptVector } from './scriptVector';

const image = `<img src=x onerror=${payload}>`;

/** Drawings and formulas: other rules of reading, and elements that act. */
const foreign: readonly (readonly [string, string])[] = [
  ['a drawing that loads', `<svg onload=${payload}>`],
  ['a drawing that loads, with a slash', `<svg/onload=${payload}>`],
  ['a drawing with a script', `<svg><script>${payload}</script></svg>`],
  ['a drawing with a script in CDATA', `<svg><script><![CDATA[${payload}]]></script></svg>`],
  ['a drawing with a script in entities', '<svg><script>&#114;an()</script></svg>'],
  ['a drawing with a script from data', `<svg><script href="data:,${payload}"/></svg>`],
  ['a drawing with an image', `<svg><image href=x onerror=${payload} /></svg>`],
  ['an animation that begins', `<svg><animate onbegin=${payload} attributeName=x dur=1s></svg>`],
  ['an animation that sets', `<svg><set onbegin=${payload} attributename=x></svg>`],
  [
    'an animation of an address',
    `<svg><a><animate attributeName=href values=javascript:${payload} /><text y=9>x</text></a></svg>`,
  ],
  [
    'a set address',
    `<svg><a><set attributeName=href to=javascript:${payload} /><text>x</text></a></svg>`,
  ],
  [
    'a use of data',
    `<svg><use href="data:image/svg+xml,<svg id=x><script>${payload}</script></svg>#x"/></svg>`,
  ],
  [
    'HTML in a drawing',
    `<svg><foreignObject><iframe srcdoc="<script>${payload}</script>"/></foreignObject></svg>`,
  ],
  ['a handler element', `<svg><handler ev:event="load">${payload}</handler></svg>`],
  ['a discarded element', `<svg><discard onbegin=${payload}></svg>`],
  ['a drawing’s style', `<svg><style>@import "data:text/css,x";</style></svg>`],
  ['a title in a drawing', `<svg><title>${image}</title></svg>`],
  ['a description in a drawing', `<svg><desc>${image}</desc></svg>`],
  ['a formula that leads', `<math href="javascript:${payload}">x</math>`],
  ['a formula that leads by XLink', `<math><mi xlink:href="javascript:${payload}">x</mi></math>`],
  [
    'an action in a formula',
    `<math><maction actiontype="statusline#https://x" xlink:href="javascript:${payload}">x</maction></math>`,
  ],
  [
    'HTML in a formula',
    `<math><annotation-xml encoding="text/html">${image}</annotation-xml></math>`,
  ],
  ['text in a formula', `<math><mtext>${image}</mtext></math>`],
];

/** What reads differently the second time: safe when looked at, not when put into a page. */
const mutations: readonly (readonly [string, string])[] = [
  [
    'a form in a form',
    `<form><div></form><form id=x><math><mtext></form><form><mglyph><style></math>${image}`,
  ],
  ['a style in a formula’s glyph', `<math><mtext><table><mglyph><style><!--</style>${image}`],
  ['a comment in a formula’s glyph', `<math><mtext><table><mglyph><style><math>${image}`],
  ['a mark in a malign glyph', `<math><mtext><mglyph><malignmark><style></style>${image}`],
  ['a title in a drawing’s paragraph', `<svg></p><style><a id="</style>${image}">`],
  ['a paragraph that ends a drawing', `<svg><p><style><g title="</style>${image}">`],
  ['a table that throws out', `<table><svg><style><a title="</style>${image}"></table>`],
  ['a caption that throws out', `<table><caption><svg><title><style></title></caption>${image}`],
  ['no script, read with scripts', `<noscript><p title="</noscript>${image}">`],
  ['no script in a style', `<noscript><style></noscript>${image}</style></noscript>`],
  ['no frames', `<noframes><p title="</noframes>${image}">`],
  ['no embed', `<noembed><p title="</noembed>${image}">`],
  ['plain text', `<xmp><p title="</xmp>${image}">`],
  ['a listing', `<listing>&lt;img src=x onerror=${payload}&gt;</listing>`],
  ['a frame’s text', `<iframe><p title="</iframe>${image}"></iframe>`],
  ['a style’s text', `<style><p title="</style>${image}"></style>`],
  ['a title’s text', `<title><p title="</title>${image}"></title>`],
  ['a text field’s text', `<textarea><p title="</textarea>${image}"></textarea>`],
  ['a template', `<template>${image}<script>${payload}</script></template>`],
  ['a template in a template', `<template><template><p title="</template></template>${image}">`],
  ['a template in a drawing', `<svg><template><style><p title="</style>${image}">`],
  [
    'a select',
    `<select><template><style><!--</style><a rel="--></style></template></select>${image}">`,
  ],
  ['an option', `<select><option><style></option></select>${image}</style>`],
  ['an option in a formula', `<math><option></option><style>${image}`],
  [
    'a selectedcontent',
    `<select><button><selectedcontent></selectedcontent></button><option>${image}</select>`,
  ],
  ['back quotes', `<p title="\`\`onmouseover=${payload}">x</p>`],
  ['an image’s back quotes', `<img alt="\`\`onload=${payload}" src="x">`],
  ['quotes by entities', `<p title="&quot;&gt;&lt;img src=x onerror=${payload}&gt;">x</p>`],
  ['quotes by entities in a comment', `<!--&quot;--&gt;${image}-->`],
  ['a comment with an exclamation mark', `<!--x--!>${image}-->`],
  ['a comment that is short', `<!-->${image}<!-- -->`],
  ['a bogus comment', `</ ${image}>`],
  ['a bogus comment with a percent sign', `<% ${image} %>`],
  ['a bogus declaration', `<!x="${image}">`],
  ['a processing instruction', `<?x title="?>${image}"?>`],
  ['CDATA in a drawing', `<svg><![CDATA[><p title="]]>${image}">`],
  ['CDATA outside', `<![CDATA[ x ]]>${image}`],
  ['fonts that leave a drawing', `<svg><font color=x><style><p title="</style>${image}">`],
  ['a font that leaves a formula', `<math><font size=1><style></style>${image}`],
  [
    'an annotation',
    `<math><annotation-xml encoding="application/xhtml+xml"><style><img title="</style>${image}">`,
  ],
  [
    'a drawing in a formula',
    `<math><annotation-xml><svg><mtext><style><p title="</style>${image}">`,
  ],
  ['a formula in a drawing', `<svg><desc><math><mi><style><p title="</style>${image}">`],
  ['nested links', `<a href=#><svg><a href="javascript:${payload}"><p>x</p></a></svg></a>`],
  ['nested headings', `<h1><svg><desc><h1><style><p title="</style>${image}"></h1>`],
  ['nested buttons', `<button><svg><title><button><style><p title="</style>${image}">`],
  ['nested lists', `<li><svg><foreignobject><li><style><p title="</style>${image}">`],
  ['a hundred open elements', `${'<b><i>'.repeat(50)}<table><p title="</table>${image}">${image}`],
  [
    'elements deeper than a reader goes',
    `${'<div>'.repeat(600)}<svg><style><p title="</style>${image}">`,
  ],
  ['a bold that is adopted', `<b><p><svg></b><style><p title="</style>${image}">`],
  ['a ruby', `<ruby><rt><svg><style><rt title="</style>${image}"></ruby>`],
  ['a plain end', `<plaintext>${image}`],
  ['an attribute without a value', `<p =">" onclick=${payload}>x</p>`],
  [
    'an attribute twice',
    `<a href="#" href="javascript:${payload}" onclick onclick=${payload}>x</a>`,
  ],
  ['an is', `<p is="x-y" onclick=${payload}>x</p>`],
  ['a slot', `<slot name=x onslotchange=${payload}><p slot=x>x</p></slot>`],
  [
    'a kept style',
    `<p data-style-kept="x" data-style-kept-onclick=${payload} style='"><img src=x onerror=${payload}>'>x</p>`,
  ],
  ['a kept style in a text', `<p title='data-style-kept="' class=' onclick=${payload} x="'>x</p>`],
  [
    'a kept style in an address',
    `<a href="https://x.example/data-style-kept=' onclick=${payload} '">x</a>`,
  ],
  ['a placeholder in a tag', `<{{name}} onclick=${payload}>x</{{name}}>`],
  ['a placeholder for a handler', `<p on{{name}}=${payload}>x</p>`],
  ['a placeholder for a quotation mark', `<p title={{name}}onclick=${payload}>x</p>`],
];

export const foreignVectors: readonly ScriptVector[] = foreign.map(([name, text]) =>
  vector(name, text),
);
export const mutationVectors: readonly ScriptVector[] = mutations.map(([name, text]) =>
  vector(name, text),
);
