/** How a mail program writes a message down: the person's own part and what is around it. */
export interface Wrapping {
  readonly name: string;
  readonly type: 'html' | 'text';
  /** Own paragraphs as markup. */
  readonly paragraphs: (texts: readonly string[]) => string;
  readonly signature: (lines: readonly string[]) => string;
  /** Somebody else's earlier message, below. */
  readonly thread: (texts: readonly string[]) => string;
  readonly code: (source: string) => string;
}

const escaped = (words: string) =>
  words.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const each = (texts: readonly string[], open: string, close: string) =>
  texts.map((one) => `${open}${escaped(one)}${close}`).join('\r\n');

export const wrappings: readonly Wrapping[] = [
  {
    name: 'Outlook on the web',
    type: 'html',
    paragraphs: (texts) =>
      each(
        texts,
        '<div class="elementToProof" style="font-family: Aptos, Calibri, sans-serif; font-size: 12pt;">',
        '</div><div><br></div>',
      ),
    signature: (lines) =>
      `<div id="Signature" class="elementToProof">${each(lines, '<p>', '</p>')}</div>`,
    thread: (texts) =>
      `<div id="appendonsend"></div><hr style="display:inline-block;width:98%" tabindex="-1"><div id="divRplyFwdMsg" dir="ltr"><font face="Calibri, sans-serif" style="font-size:11pt"><b>From:</b> Marta &lt;m@x.example&gt;<br><b>Sent:</b> Monday 2 March 2026 10:12<br><b>To:</b> Ben<br><b>Subject:</b> Re: plan</font><div>&nbsp;</div></div>${each(texts, '<div class="x_elementToProof">', '</div>')}`,
    code: (source) => `<div><code>${escaped(source)}</code></div>`,
  },
  {
    name: 'classic Outlook for Windows',
    type: 'html',
    paragraphs: (texts) =>
      `<div class="WordSection1">${each(texts, '<p class="MsoNormal"><span lang="EN-GB" style=\'mso-fareast-language:EN-US\'>', '<o:p></o:p></span></p>')}`,
    signature: (lines) =>
      each(
        lines,
        '<p class="MsoNormal"><a name="_MailAutoSig"><span style=\'mso-no-proof:yes\'>',
        '</span></a></p>',
      ),
    thread: (texts) =>
      `<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class="MsoNormal"><b><span lang="EN-US">Von:</span></b><span lang="EN-US"> Marta &lt;m@x.example&gt; <br><b>Gesendet:</b> Montag, 2. März 2026 10:12<br><b>An:</b> Ben<br><b>Betreff:</b> AW: Plan<o:p></o:p></span></p></div></div>${each(texts, '<p class="MsoNormal">', '</p>')}</div>`,
    code: (source) =>
      `<p class="MsoNormal"><span style='font-family:"Courier New"'>${escaped(source)}</span></p>`,
  },
  {
    name: 'Outlook for Mac',
    type: 'html',
    paragraphs: (texts) =>
      each(texts, '<p class="MsoNormal"><span style="font-size:11.0pt">', '<o:p></o:p></span></p>'),
    signature: (lines) =>
      `<div id="ms-outlook-mobile-signature">${each(lines, '<p>', '</p>')}</div>`,
    thread: (texts) =>
      `<div id="mail-editor-reference-message-container"><div><div style="border:none;border-top:solid #B5C4DF 1.0pt;padding:3.0pt 0cm 0cm 0cm"><p class="MsoNormal"><b><span style="color:black">From: </span></b><span>Marta<br><b>Date: </b>Monday<br><b>To: </b>Ben<br><b>Subject: </b>Re</span></p></div>${each(texts, '<p>', '</p>')}</div></div>`,
    code: (source) => `<pre>${escaped(source)}</pre>`,
  },
  {
    name: 'Gmail',
    type: 'html',
    paragraphs: (texts) => `<div dir="ltr">${each(texts, '<div>', '</div>')}</div>`,
    signature: (lines) =>
      `<span class="gmail_signature_prefix">-- </span><br><div dir="ltr" class="gmail_signature" data-smartmail="gmail_signature">${each(lines, '<div>', '</div>')}</div>`,
    thread: (texts) =>
      `<br><div class="gmail_quote gmail_quote_container"><div dir="ltr" class="gmail_attr">On Mon, 2 Mar 2026 at 10:12, Marta &lt;m@x.example&gt; wrote:<br></div><blockquote class="gmail_quote" style="margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);padding-left:1ex">${each(texts, '<div>', '</div>')}</blockquote></div>`,
    code: (source) => `<div><font face="Courier New, monospace">${escaped(source)}</font></div>`,
  },
  {
    name: 'Apple Mail',
    type: 'html',
    paragraphs: (texts) => each(texts, '<div>', '</div>'),
    signature: (lines) => `<div id="AppleMailSignature">${each(lines, '<div>', '</div>')}</div>`,
    thread: (texts) =>
      `<br><blockquote type="cite"><div>On 2. Mar 2026, at 10:12, Marta &lt;m@x.example&gt; wrote:</div><br>${each(texts, '<div>', '</div>')}</blockquote>`,
    code: (source) => `<pre class="x">${escaped(source)}</pre>`,
  },
  {
    name: 'plain text, top posted',
    type: 'text',
    paragraphs: (texts) => `${texts.map(wrappedAt(72)).join('\r\n\r\n')}\r\n\r\n`,
    signature: (lines) => `-- \r\n${lines.join('\r\n')}\r\n\r\n`,
    thread: (texts) =>
      `-----Original Message-----\r\nFrom: Marta <m@x.example>\r\nSent: Monday, 2 March 2026 10:12\r\nTo: Ben\r\nSubject: Re: plan\r\n\r\n${texts.join('\r\n')}`,
    code: (source) => `\`\`\`\r\n${source}\r\n\`\`\`\r\n`,
  },
  {
    name: 'plain text, quoted with >',
    type: 'text',
    paragraphs: (texts) => `${texts.map(wrappedAt(60)).join('\n\n')}\n\n`,
    signature: (lines) => `-- \n${lines.join('\n')}\n`,
    thread: (texts) =>
      `On Mon, 2 Mar 2026 at 10:12, Marta Lindqvist <m@x.example> wrote:\n\n${texts.map((one) => `> ${one}`).join('\n')}\n`,
    code: (source) => `Use \`${source.replaceAll('\n', ' ')}\` there.\n\n`,
  },
];

/** Breaks a paragraph where mail programs break plain text. */
function wrappedAt(width: number) {
  return (paragraph: string) => {
    const lines = [''];
    for (const word of paragraph.split(' ')) {
      const line = lines[lines.length - 1] ?? '';
      if (line !== '' && line.length + word.length >= width) lines.push(word);
      else lines[lines.length - 1] = line === '' ? word : `${line} ${word}`;
    }
    return lines.join('\n');
  };
}
