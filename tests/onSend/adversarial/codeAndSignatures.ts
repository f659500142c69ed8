import { html, text, type LabelledMessage } from '../labelledMessage';

/** Code and signatures hold marks and words that are meant to be there. */
export const codeAndSignatureCases: readonly LabelledMessage[] = [
  html('a block of code', '<p>Try this:</p><pre>Hello {{ name }}</pre>'),
  html('code in a line', '<p>Write <code>{{name}}</code> there.</p>'),
  html('code in a line, and a placeholder beside it', '<p>Write <code>{{a}}</code>, {{b}}</p>', [
    'placeholder:b',
  ]),
  html(
    'pre with code inside',
    '<pre><code class="x">{{#each items}}{{name}}{{/each}}</code></pre>',
  ),
  html('typed input and output', '<p><kbd>{{name}}</kbd> gives <samp>{{value}}</samp></p>'),
  html(
    'a span in Consolas',
    '<p>Use <span style="font-family:Consolas,monospace">{{name}}</span>.</p>',
  ),
  html('a paragraph in Courier New', `<p style='font-family:"Courier New"'>Dear {{ name }}</p>`),
  html('an old font element', '<font face="Courier New">{{ name }}</font>'),
  html('code that ends', '<pre>{{a}}</pre><p>{{b}}</p>', ['placeholder:b']),
  html('Calibri is not code', `<p style='font-family:"Calibri",sans-serif'>{{fee}}</p>`, [
    'placeholder:fee',
  ]),
  html('an expression with a filter', '<p>{{ price | currency }}</p>'),
  html('a block helper', '<p>{{#if paid}}Thanks{{/if}}</p>'),
  html('a partial', '<p>{{> footer}}</p>'),
  html('a raw value', '<p>{{{raw}}}</p>'),
  html('a Helm value', '<p>image: {{ .Values.image }}</p>'),
  html('a call', '<p>{{ format(date) }}</p>'),
  html('a statement of Jinja around it', '<p>{% for x in xs %}{{ x }}{% endfor %}</p>'),
  html('markup written out', '<p>&lt;h1&gt;{{title}}&lt;/h1&gt;</p>'),
  html('a binding written out', '<p>&lt;a href="{{url}}" /&gt;</p>'),
  html('LaTeX', '<p>\\textbf{{name}} makes it bold</p>'),
  text('a fence', 'Try:\n```\nHello {{ name }}\n```\nBest'),
  text('a fence with a language', 'Try:\n```html\n<p>{{ name }}</p>\n```\nand send {{fee}}', [
    'placeholder:fee',
  ]),
  text('backticks', 'Use `{{name}}` in the header.'),
  text('a lonely backtick', 'That` is {{fee}} then.', ['placeholder:fee']),
  text('HTML in plain text', '<p>Dear {{name}}</p>'),
  text('an arrow function', 'items.map((x) => {{ x }})'),
  html('an attachment word in code', '<pre>// see attached file</pre><p>What do you think?</p>'),
  html(
    'a signature of Outlook on the web',
    '<p>Thanks</p><div id="Signature"><p>Ben Okoro</p><p>Our terms are attached. {{vcard}}</p></div>',
  ),
  html(
    'own words after the signature',
    '<div id="Signature"><p>Ben</p></div><p>PS: {{postscript}}</p>',
    ['placeholder:postscript'],
  ),
  html(
    'a signature with nested blocks ends where it ends',
    '<div id="Signature"><div><div>{{a}}</div></div></div><div>{{b}}</div>',
    ['placeholder:b'],
  ),
  html(
    'a signature on a phone',
    '<p>Thanks</p><div id="ms-outlook-mobile-signature">Please see the attached terms.</div>',
  ),
  html(
    'a signature of Gmail',
    '<p>Thanks</p><span class="gmail_signature_prefix">-- </span><br><div class="gmail_signature" data-smartmail="gmail_signature">Terms attached, see attached.</div>',
  ),
  html(
    'a signature of Thunderbird',
    '<p>Thanks</p><pre class="moz-signature">-- \nTerms attached {{x}}</pre>',
  ),
  html(
    'a signature of classic Outlook',
    '<p class="MsoNormal">Thanks</p><p class="MsoNormal"><a name="_MailAutoSig"><span>Please find our terms attached</span></a></p>',
  ),
  text('a signature in plain text', 'Thanks\n\n-- \nBen Okoro\nOur terms are attached. {{x}}'),
  text('its trailing blank was stripped', 'Thanks\n\n--\nBen Okoro\nOur terms are attached.'),
  text('two dashes within a sentence', 'It is -- as you know -- {{fee}}.', ['placeholder:fee']),
  html(
    'the closing of the template is not the signature',
    '<p>Kind regards,<br>{{sender name}}</p><div id="Signature">Ben</div>',
    ['placeholder:sender name'],
  ),
  html(
    'a disclaimer that speaks of attachments',
    '<p>See you.</p><p>This e-mail and any attachments are confidential.</p>',
  ),
  html(
    'ein Hinweis, der von Anhängen spricht',
    '<p>Bis dann.</p><p>Diese E-Mail und ihre Anhänge sind vertraulich.</p>',
  ),
];
