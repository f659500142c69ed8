import { allowedInlineStyle } from '@last-mile/shared/library';

/**
 * Takes out of a template's HTML what could act instead of being read. What is left is text, links,
 * lists, tables, images and what inline styles say of how words look, as email clients show them.
 */
export type SanitiseTemplate = (html: string) => Promise<string>;

/** What does the work for HTML that is more than plain. */
export type LoadPurifier = () => Promise<(html: string) => string>;

/**
 * Sanitises with DOMPurify. It needs a DOM, and jsdom costs a hundred megabytes, so it is loaded with
 * the first template that is more than plain: most templates are paragraphs and lists without a
 * single attribute, in which nothing can act.
 */
export function createTemplateSanitiser(load: LoadPurifier = loadPurifier): SanitiseTemplate {
  let purifier: Promise<(html: string) => string> | undefined;
  return async (html) => {
    if (isPlain(html)) return html;
    purifier ??= load();
    return (await purifier)(html);
  };
}

const plainTags =
  /<\/?(?:p|br|div|span|strong|b|em|i|u|ul|ol|li|h[1-4]|blockquote|table|thead|tbody|tr|th|td) ?\/?>/g;
const plainEntities = /&(?:amp|lt|gt|quot|nbsp|#39);/g;

/** Whether every `<`, `>` and `&` belongs to a harmless tag without attributes or to an entity. */
function isPlain(html: string): boolean {
  return !/[<>&]/.test(html.replace(plainTags, '').replace(plainEntities, ''));
}

/** Attributes that say how something looks and never where it leads. */
const layoutAttributes = [
  ...['align', 'bgcolor', 'border', 'cellpadding', 'cellspacing', 'color', 'colspan', 'dir'],
  ...['face', 'height', 'lang', 'rel', 'rowspan', 'size', 'span', 'start', 'target', 'type'],
  ...['valign', 'width'],
];

async function loadPurifier() {
  const [{ JSDOM }, { default: createPurifier }] = await Promise.all([
    import('jsdom'),
    import('dompurify'),
  ]);
  const purifier = createPurifier(new JSDOM('').window);
  purifier.addHook('uponSanitizeAttribute', (_, attribute) => {
    if (attribute.attrName !== 'style') return;
    attribute.attrValue = allowedInlineStyle(attribute.attrValue);
    attribute.keepAttr = attribute.attrValue !== '';
  });
  return (html: string) =>
    purifier.sanitize(html, {
      USE_PROFILES: { html: true },
      FORBID_TAGS: [
        ...['form', 'input', 'button', 'select', 'textarea', 'style', 'audio', 'video'],
        ...['dialog', 'template'],
      ],
      FORBID_ATTR: ['srcset', 'ping', 'id', 'name', 'is', 'popover', 'autofocus'],
      ALLOW_DATA_ATTR: false,
      // Otherwise DOMPurify holds their values to the rule for addresses below, and takes them out.
      ADD_URI_SAFE_ATTR: layoutAttributes,
      ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|#|data:image\/(?:png|jpeg|gif|webp);)/i,
    });
}
