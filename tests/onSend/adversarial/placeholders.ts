import { html, text, type LabelledMessage } from '../labelledMessage';

/** Placeholders left in the person's own words, as editors and people mangle them. */
export const placeholderCases: readonly LabelledMessage[] = [
  html('plain', '<p>Dear {{recipient first name}},</p>', ['placeholder:recipient first name']),
  html('twice the same', '<p>{{company}} and {{company}}</p>', ['placeholder:company']),
  html('two of them', '<p>{{our action}} by {{our date}}</p>', [
    'placeholder:our action',
    'placeholder:our date',
  ]),
  html('in a list item', '<ul><li>{{decision}}</li></ul>', ['placeholder:decision']),
  html('in a table cell', '<table><tr><td>Fee</td><td>{{fee}}</td></tr></table>', [
    'placeholder:fee',
  ]),
  html('split by the spelling checker', '<p>Dear {{<span class="sp">recipient</span> name}},</p>', [
    'placeholder:recipient name',
  ]),
  html('braces in spans of their own', '<p><span>{</span><span>{</span>fee<b>}}</b></p>', [
    'placeholder:fee',
  ]),
  html('with a hard space', '<p>{{due&nbsp;date}}</p>', ['placeholder:due date']),
  html('with entities for braces', '<p>&#123;&#123;fee&#125;&#125;</p>', ['placeholder:fee']),
  html('with hexadecimal entities', '<p>&#x7B;&#x7b;fee&#x7D;&#x7d;</p>', ['placeholder:fee']),
  html('padded', '<p>{{  fee  }}</p>', ['placeholder:fee']),
  html('with an umlaut', '<p>{{Frist für Abgabe}}</p>', ['placeholder:Frist für Abgabe']),
  html('with an umlaut as entity', '<p>{{Frist f&uuml;r Abgabe}}</p>', [
    'placeholder:Frist für Abgabe',
  ]),
  html('in Greek', '<p>{{όνομα}}</p>', ['placeholder:όνομα']),
  html('in Japanese', '<p>{{会社名}}</p>', ['placeholder:会社名']),
  html('in Arabic', '<p dir="rtl">{{الاسم}}</p>', ['placeholder:الاسم']),
  html('with digits', '<ul><li>{{document 1}}</li><li>{{document 2}}</li></ul>', [
    'placeholder:document 1',
    'placeholder:document 2',
  ]),
  html('typed over between the braces', '<p>Dear {{Marta}},</p>', ['placeholder:Marta']),
  html('in a link text', '<p><a href="https://x.example">{{upload link}}</a></p>', [
    'placeholder:upload link',
  ]),
  html('after the greeting at the end', '<p>Kind regards,<br>{{sender name}}</p>', [
    'placeholder:sender name',
  ]),
  html('in quotation marks', '<p>You wrote: “{{their question}}”</p>', [
    'placeholder:their question',
  ]),
  html('glued to a word', '<p>Dear{{name}},</p>', ['placeholder:name']),
  html('wrapped by the source', '<p>Dear {{recipient\r\n   first name}},</p>', [
    'placeholder:recipient first name',
  ]),
  html('a zero-width space inside', '<p>{{\u200Bfee\u200B}}</p>', ['placeholder:fee']),
  html('in upper-case tags', '<P>Dear {{NAME}},</P>', ['placeholder:NAME']),
  html(
    'in an indented paragraph of one’s own',
    '<blockquote style="margin:0 0 0 40px;border:none;padding:0px"><div>Fee: {{fee}}</div></blockquote>',
    ['placeholder:fee'],
  ),
  html('after a comment', '<!-- {{not this}} --><p>{{this}}</p>', ['placeholder:this']),
  html('not in a conditional comment', '<!--[if mso]><p>{{not this}}</p><![endif]--><p>Hello</p>'),
  html('not in a style sheet', '<style>.a{{color:red}}</style><p>Hello</p>'),
  html(
    'not in the head',
    '<html><head><title>{{title}}</title></head><body><p>Hello</p></body></html>',
  ),
  html('not in an attribute', '<p title="{{name}}">Hello</p>'),
  html('not in an alternative text', '<p><img alt="{{logo}}" src="cid:1">Hello</p>'),
  html('empty braces', '<p>{{}} and {{ }}</p>'),
  html('single braces', '<p>{name}</p>'),
  html('braces apart', '<p>{ {name} }</p>'),
  html('a set in mathematics', '<p>the set {{1, 2}, {3}}</p>'),
  html('a comparison with angle brackets', '<p>if a < b then {{fee}} else</p>', [
    'placeholder:fee',
  ]),
  html('an unclosed tag before it', '<p <b>Dear {{name}}</b></p>', ['placeholder:name']),
  html('an unclosed quotation mark in a tag', '<p title="open>Dear {{name}}</p>', [
    'placeholder:name',
  ]),
  html('nothing but text', 'Dear {{name}}', ['placeholder:name']),
  html('an end tag too many', '</div></div><p>{{name}}</p>', ['placeholder:name']),
  html('two paragraphs share the braces', '<p>{{one</p><p>two}}</p>'),
  text('plain text', 'Dear {{name}},\nthank you.', ['placeholder:name']),
  text('wrapped by the mail program', 'Please send it to us by {{due\ndate}} at the latest.', [
    'placeholder:due date',
  ]),
  text('Windows line ends', 'Dear {{name}},\r\n\r\nThank you.', ['placeholder:name']),
  text('angle brackets are text here', 'Dear <{{name}}>,', ['placeholder:name']),
  html('in the subject', '<p>Hello</p>', ['placeholder:company'], {
    subject: 'Our proposal for {{company}}',
  }),
  html('in subject and body is one', '<p>{{company}}</p>', ['placeholder:company'], {
    subject: 'For {{company}}',
  }),
  html(
    'half deleted, and known to be open',
    '<p>Dear {{recipient first name, thank you</p>',
    ['placeholder:recipient first name'],
    {
      fills: [
        {
          values: { 'recipient first name': '' },
          to: [],
          text: 'Dear {{recipient first name}}, thank you',
        },
      ],
    },
  ),
  html('two braces that open a menu are no placeholder', '<p>Type {{ to open the menu</p>'),
];
