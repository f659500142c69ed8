/**
 * Takes out of a template's HTML what could act instead of being read. What is left is text, links,
 * lists, tables, images and inline styles, as email clients show them.
 */
export type SanitiseTemplate = (html: string) => Promise<string>;

/**
 * DOMPurify needs a DOM; jsdom is loaded with the first template that is written, because it costs
 * tens of megabytes that most days nobody needs.
 */
export function createTemplateSanitiser(): SanitiseTemplate {
  let purifier: Promise<(html: string) => string> | undefined;
  return async (html) => (await (purifier ??= loadPurifier()))(html);
}

async function loadPurifier() {
  const [{ JSDOM }, { default: createPurifier }] = await Promise.all([
    import('jsdom'),
    import('dompurify'),
  ]);
  const purifier = createPurifier(new JSDOM('').window);
  return (html: string) =>
    purifier.sanitize(html, {
      USE_PROFILES: { html: true },
      FORBID_TAGS: ['form', 'input', 'button', 'select', 'textarea', 'style', 'audio', 'video'],
      FORBID_ATTR: ['srcset', 'ping', 'id', 'name'],
      ALLOW_DATA_ATTR: false,
      ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:|#|data:image\/(?:png|jpeg|gif|webp);)/i,
    });
}
