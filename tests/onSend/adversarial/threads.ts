import { html, text, type LabelledMessage } from '../labelledMessage';

const own = '<p>Thank you, that works for us.</p>';
const old = '<p>Dear {{name}}, please find attached the {{document}}.</p>';

/** What stands in the thread below is not the person's own; what stands above or between is. */
export const threadCases: readonly LabelledMessage[] = [
  html(
    'Outlook on the web',
    `<div class="elementToProof">Thank you.</div><div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif"><b>From:</b> M<br><b>Sent:</b> Monday<br><b>To:</b> B<br><b>Subject:</b> S</font></div>${old}`,
  ),
  html(
    'new Outlook, with a container',
    `${own}<div id="mail-editor-reference-message-container"><hr><div id="divRplyFwdMsg"><b>From:</b> M</div>${old}</div>`,
  ),
  html(
    'classic Outlook for Windows',
    `<div class="WordSection1"><p class="MsoNormal">Thank you.<o:p></o:p></p><div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0in 0in 0in'><p class="MsoNormal"><b>From:</b> Marta Lindqvist &lt;m@x.example&gt; <br><b>Sent:</b> Monday, 2 March 2026 10:12<br><b>To:</b> Ben<br><b>Subject:</b> RE: S<o:p></o:p></p></div></div>${old}</div>`,
  ),
  html(
    'classic Outlook in German',
    `${own}<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>Von:</b> M<br><b>Gesendet:</b> Montag, 2. März 2026 10:12<br><b>An:</b> B<br><b>Betreff:</b> AW: S</p></div>${old}`,
  ),
  html(
    'classic Outlook in Finnish, which no word list knows',
    `${own}<div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p><b>Lähettäjä:</b> M<br><b>Lähetetty:</b> maanantai<br></p></div>${old}`,
  ),
  html(
    'Outlook for Mac',
    `${own}<div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b><span style="font-size:12.0pt;color:black">From: </span></b><span>M &lt;m@x.example&gt;<br><b>Date: </b>Monday, 2. March 2026 at 10:12<br><b>To: </b>B<br><b>Subject: </b>S</span></p></div>${old}`,
  ),
  html('older Outlook for Mac', `${own}<span id="OLK_SRC_BODY_SECTION">${old}</span>`),
  html(
    'Outlook on a phone',
    `${own}<hr style="display:inline-block;width:98%"><div class="ms-outlook-mobile-reference-message skipProofing"><b>From:</b> M<br>${old}</div>`,
  ),
  html(
    'Gmail',
    `<div dir="ltr">Thank you.</div><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">On Mon, 2 Mar 2026 at 10:12, M &lt;<a href="mailto:m@x.example">m@x.example</a>&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${old}</blockquote></div>`,
  ),
  html(
    'Gmail forwarded',
    `<div dir="ltr">See below.<br><br><div class="gmail_quote"><div class="gmail_attr">---------- Forwarded message ---------<br>From: <b>M</b></div>${old}</div></div>`,
  ),
  html(
    'Apple Mail',
    `<body>Thank you.<br><div><br><blockquote type="cite"><div>On 2. Mar 2026, at 10:12, M &lt;m@x.example&gt; wrote:</div><div>${old}</div></blockquote></div></body>`,
  ),
  html(
    'Thunderbird',
    `<p>Thank you.</p><div class="moz-cite-prefix">Am 02.03.26 um 10:12 schrieb M:<br></div><blockquote type="cite" cite="mid:1">${old}</blockquote>`,
  ),
  html('Yahoo', `${own}<div id="yahoo_quoted_1" class="yahoo_quoted">${old}</div>`),
  html('Proton', `${own}<div class="protonmail_quote">${old}</div>`),
  html(
    'answered below the quote',
    `<blockquote type="cite">${old}</blockquote><p>Yes: {{answer}}</p>`,
    ['placeholder:answer'],
  ),
  html(
    'answered between quotes',
    `<blockquote type="cite">${old}</blockquote><p>Yes.</p><blockquote type="cite">${old}</blockquote><p>Also by {{date}}.</p>`,
    ['placeholder:date'],
  ),
  html(
    'a quote within a quote ends where it ends',
    `<blockquote><blockquote>${old}</blockquote>${old}</blockquote><p>{{mine}}</p>`,
    ['placeholder:mine'],
  ),
  html('a quote that never ends', `<p>{{mine}}</p><blockquote>${old}`, ['placeholder:mine']),
  html('own text above the thread', `<p>{{mine}}</p><div id="divRplyFwdMsg"></div>${old}`, [
    'placeholder:mine',
  ]),
  html(
    'prefixed by an editor',
    `${own}<div id="x_appendonsend"></div><div id="x_divRplyFwdMsg">From</div>${old}`,
  ),
  html('"From:" in own words is no header', '<p>From: Berlin<br>{{mine}}</p>', [
    'placeholder:mine',
  ]),
  html(
    '"From:" and "To:" of a journey are no header',
    '<p>From: Berlin<br>To: Hamburg<br>Fare: {{fare}}</p>',
    ['placeholder:fare'],
  ),
  html('"On Monday she wrote:" is prose', '<p>On Monday she wrote:</p><p>{{mine}}</p>', [
    'placeholder:mine',
  ]),
  html('„Am Montag schrieb er:“ ist Prosa', '<p>Am Montag schrieb er:</p><p>{{mein}}</p>', [
    'placeholder:mein',
  ]),
  html('a ruler of one’s own', '<p>Hello</p><hr><p>{{mine}}</p>', ['placeholder:mine']),
  text(
    'original message in English',
    'Thank you.\n\n-----Original Message-----\nFrom: M\nSent: Monday\n\nDear {{name}}, attached is it.',
  ),
  text(
    'original message in German',
    'Danke.\n\n-----Ursprüngliche Nachricht-----\nVon: M\nHallo {{name}}, anbei der Vertrag.',
  ),
  text(
    'a header block without dashes',
    'Thank you.\n\nFrom: M <m@x.example>\nSent: Monday, 2 March 2026 10:12\nTo: B\nSubject: S\n\nDear {{name}}',
  ),
  text(
    'with starred headers',
    'Thank you.\n\n*From:* M\n*Sent:* Monday\n*To:* B\n*Subject:* S\n\nDear {{name}}',
  ),
  text('a French header', 'Merci.\n\nDe : M\nEnvoyé : lundi\nÀ : B\nObjet : S\n\nBonjour {{nom}}'),
  text(
    'angle quotes',
    '> Dear {{name}},\n> please find attached the draft.\n\nThank you, by {{date}}.',
    ['placeholder:date'],
  ),
  text(
    'attribution and angle quotes, answered below',
    'On Mon, 2 Mar 2026 at 10:12, M <m@x.example> wrote:\n> Dear {{name}}\n\nYes, {{answer}}.',
    ['placeholder:answer'],
  ),
  text(
    'a wrapped attribution',
    'Thank you.\n\nOn Mon, 2 Mar 2026 at 10:12, Marta Lindqvist of Northwind\n<m@x.example> wrote:\n\n> Dear {{name}}',
  ),
  text(
    'a German attribution without quotes',
    'Danke!\n\nAm 02.03.2026 um 10:12 schrieb Marta Lindqvist <m@x.example>:\n\nHallo {{name}}, im Anhang die Datei.',
  ),
  text(
    'forwarded by Apple Mail',
    'See below.\n\nBegin forwarded message:\n\nFrom: M\nDear {{name}}',
  ),
  text(
    'Outlook’s line of underscores',
    'Thank you.\n\n________________________________\nFrom: M\nSent: Monday\nTo: B\nSubject: S\n\nDear {{name}}',
  ),
  text('quoted again and again', '>> Dear {{name}}\n> > attached\n>Thanks\n\nSee you.'),
  html(
    'an attachment promised in the thread only',
    `<p>Thanks, I will read it.</p><div id="appendonsend"></div>${old}`,
  ),
  html(
    'a thread, and a promise of one’s own above it',
    `<p>Please find attached our answer.</p><div id="appendonsend"></div>${old}`,
    ['attachment'],
  ),
];
