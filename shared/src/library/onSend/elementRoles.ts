import { attributeOf } from './scanHtml';

/**
 * What an element makes of its content: somebody else's words, a signature, code; or `threadBelow`
 * where everything from here on is the thread. Null for the person's own words.
 */
export type ElementRole = 'quote' | 'signature' | 'code' | 'threadBelow' | null;

const codeElements = ['pre', 'code', 'samp', 'kbd', 'tt', 'xmp'];
const monospaced = /font-family\s*:[^;]*(?:monospace|consolas|courier|menlo|monaco|lucida console)/;

/** Ids and classes by which mail programs mark the start of the thread. Editors prefix ids by `x_`. */
const threadIds =
  /^(?:x_)*(?:appendonsend|divRplyFwdMsg|mail-editor-reference-message-container|OLK_SRC_BODY_SECTION)$/i;
const threadClasses = /(?:^|\s)(?:x_)*ms-outlook-mobile-reference-message(?:\s|$)/;
const quoteMarks =
  /(?:^|\s)(?:x_)*(?:gmail_quote|gmail_quote_container|gmail_attr|yahoo_quoted|protonmail_quote|moz-cite-prefix|moz-forward-container|tutanota_quote)(?:\s|$)/;
const signatureMarks =
  /(?:^|\s)(?:x_)*(?:gmail_signature|gmail_signature_prefix|moz-signature|ms-outlook-mobile-signature|AppleMailSignature)(?:\s|$)/i;
const signatureId = /^(?:x_)*(?:signature|ms-outlook-mobile-signature|AppleMailSignature)$/i;

/** The line Outlook on Windows and Mac draws above the header of the thread, whatever its language. */
const headerRuler = /border-top\s*:\s*solid\s+#(?:e1e1e1|b5c4df)\s+1(?:\.0)?pt/;

/** Reads elements' roles from their start tags; editors repeat a few tags for every paragraph. */
export function createRoleReader() {
  const known = new Map<string, ElementRole>();
  return (name: string, tag: string): ElementRole => {
    let role = known.get(tag);
    if (role === undefined) {
      role = roleOf(name, tag);
      if (known.size < mostKnown) known.set(tag, role);
    }
    return role;
  };
}

const mostKnown = 500;

function roleOf(name: string, tag: string): ElementRole {
  if (name === 'blockquote') return isIndentation(tag) ? null : 'quote';
  // Most tags have no attribute at all.
  if (tag.length <= name.length + 2) return codeElements.includes(name) ? 'code' : null;
  const id = attributeOf(tag, 'id');
  const marks = attributeOf(tag, 'class');
  if (threadIds.test(id) || threadClasses.test(marks)) return 'threadBelow';
  if (signatureId.test(id) || signatureMarks.test(marks)) return 'signature';
  if (name === 'a' && attributeOf(tag, 'name') === '_MailAutoSig') return 'signature';
  if (quoteMarks.test(marks)) return 'quote';
  if (codeElements.includes(name)) return 'code';
  const style = attributeOf(tag, 'style').toLowerCase();
  if (headerRuler.test(style)) return 'threadBelow';
  if (monospaced.test(style)) return 'code';
  const isMonospaced = name === 'font' && /courier|consolas/i.test(attributeOf(tag, 'face'));
  return isMonospaced ? 'code' : null;
}

/** Gmail and Outlook on the web indent one's own words by a blockquote without any line beside it. */
function isIndentation(tag: string): boolean {
  if (/\s(?:type|cite|class)\s*=/i.test(tag)) return false;
  const style = attributeOf(tag, 'style').toLowerCase();
  return /margin(?:-left)?\s*:[^;]*\b40px/.test(style) && !style.includes('border-left');
}
