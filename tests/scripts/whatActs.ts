/** Elements that run, load a page, send, or bring rules of their own; foreign ones are all of these. */
const acting = new Set([
  ...['script', 'iframe', 'frame', 'frameset', 'object', 'embed', 'applet', 'portal', 'style'],
  ...['link', 'meta', 'base', 'form', 'input', 'button', 'select', 'textarea', 'template'],
  ...['noscript', 'video', 'audio', 'source', 'dialog', 'plaintext', 'xmp', 'noembed', 'noframes'],
]);

/** Attributes that carry code, or send something somewhere. */
const actingAttribute =
  /^(?:on|srcdoc$|formaction$|action$|ping$|xlink:|manifest$|popover|autofocus$|contenteditable$)/i;

/** Addresses that are code, as browsers read them. */
const codeAddress =
  /^(?:javascript|vbscript|view-source|blob|filesystem|data(?!:image\/(?:png|jpeg|gif|webp)[;,])):/i;
/** Browsers leave these out of an address. */
const skipped = /[\u0000-\u0020]/g;

/** What a style loads, runs, or lies over the rest with; an escape or a comment could be any of these. */
const actingStyle =
  /\\|\/\*|@|url|image-set|expression|binding|behavior|filter|position|inset|transform|animation|margin[^;]*-\d/i;

/** Everything in a piece of HTML that could act once a page holds it: none is the only good answer. */
export function whatActs(html: string): string[] {
  const { body, head } = new DOMParser().parseFromString(html, 'text/html');
  return [head, body].flatMap((part) => [...part.querySelectorAll('*')].flatMap(actsIn));
}

function actsIn(element: Element): string[] {
  const isForeign = element.namespaceURI !== 'http://www.w3.org/1999/xhtml';
  return [
    ...(isForeign || acting.has(element.localName) ? [element.localName] : []),
    ...[...element.attributes]
      .filter(
        ({ name, value }) =>
          actingAttribute.test(name) ||
          (name === 'is' && value !== '') ||
          (name === 'style' && actingStyle.test(value)) ||
          codeAddress.test(value.replace(skipped, '')),
      )
      .map(({ name, value }) => `${element.localName} ${name}=${value}`),
  ];
}
