import type { Config, DOMPurify, UponSanitizeAttributeHook } from 'dompurify';
import { allowedInlineStyle, fillHtml } from '@last-mile/shared/library';
import { htmlToText } from './htmlToText';
import { bracketedValues, createStretchReader, type PreviewMark } from './previewMarks';

/** A template with its values, ready for both kinds of message. */
interface TemplateContent {
  /** Safe HTML for a message with formatting. */
  readonly html: string;
  /** The same for a plain-text message. */
  readonly text: string;
}

export interface TemplateSanitiser {
  toContent(body: string, values: Readonly<Record<string, string>>): TemplateContent;
  /** The template as it will read, with each filled and missing placeholder in a `<mark data-is>`. */
  toPreview(body: string, values: Readonly<Record<string, string>>): DocumentFragment;
}

/** The sanitiser cannot work in this browser: nothing may be shown or inserted unsanitised. */
export class SanitiserUnsupported extends Error {
  constructor() {
    super('Templates cannot be made safe in this version of Outlook.');
    this.name = 'SanitiserUnsupported';
  }
}

/** What an email may hold: no code, no forms, no style sheets. */
const forMessages: Config = {
  USE_PROFILES: { html: true },
  FORBID_TAGS: [
    ...['style', 'form', 'input', 'button', 'select', 'option', 'textarea', 'dialog', 'template'],
    ...['audio', 'video'],
  ],
  FORBID_ATTR: ['id', 'class', 'name', 'is', 'ping', 'popover', 'autofocus', 'contenteditable'],
  ADD_ATTR: ['data-style-kept'],
  ALLOW_DATA_ATTR: false,
  ADD_URI_SAFE_ATTR: ['data-style-kept'],
  // Every attribute is tried against this, so what has no scheme (`align="left"`) must pass.
  ALLOWED_URI_REGEXP: /^(?:(?:https?|mailto|tel|cid):|[^a-z]|[a-z+.-]+(?:[^a-z+.\-:]|$))/i,
};

/** The preview shows the words: no colours of its own, nothing that loads, no link that leads away. */
const forPreview: Config = {
  ...forMessages,
  FORBID_TAGS: [...(forMessages.FORBID_TAGS ?? []), 'img', 'picture', 'video', 'audio', 'source'],
  FORBID_ATTR: [...(forMessages.FORBID_ATTR ?? []), 'style', 'href', 'background', 'bgcolor'],
  ADD_ATTR: [],
};

/** Fills templates so that neither the template nor a value can bring code into a message. */
export function createTemplateSanitiser(purify: DOMPurify): TemplateSanitiser {
  // DOMPurify hands its input back untouched where it cannot work.
  if (!purify.isSupported) throw new SanitiserUnsupported();
  purify.addHook('uponSanitizeAttribute', judgeStyle);

  /** Null for a page without a body, as a frameset is: there is nothing to read in it. */
  function readable(html: string, config: Config): DocumentFragment | null {
    return purify.sanitize(withoutStyles(html), { ...config, RETURN_DOM_FRAGMENT: true });
  }

  function toFragment(html: string, config: Config): DocumentFragment {
    return readable(html, config) ?? document.createDocumentFragment();
  }

  return {
    toContent(body, values) {
      const filled = fillHtml(body, values);
      return {
        html: withStyles(purify.sanitize(withoutStyles(filled), forMessages)),
        text: htmlToText(toFragment(filled, forMessages)),
      };
    },
    toPreview(body, values) {
      const fragment = toFragment(fillHtml(body, bracketedValues(body, values)), forPreview);
      markStretches(fragment);
      return fragment;
    },
  };
}

/** Loads the sanitiser: it comes after the first paint, with the first template that is opened. */
export async function loadTemplateSanitiser(): Promise<TemplateSanitiser> {
  const { default: purify } = await import('dompurify');
  return createTemplateSanitiser(purify);
}

/**
 * The page's content security policy lets no parser of ours see inline styles, which emails need: on
 * their way through the sanitiser they have another name. Words that speak of styles stay as they are.
 */
const withoutStyles = (html: string) =>
  html.replace(/<[a-z][^>]*/gi, (tag) =>
    tag.replace(/([\s"'/])style(?=\s*=)/gi, '$1data-style-kept'),
  );
const withStyles = (html: string) => html.replace(/data-style-kept(?=\s*=)/g, 'style');

const judgeStyle: UponSanitizeAttributeHook = (_, attribute) => {
  if (attribute.attrName !== 'data-style-kept' && attribute.attrName !== 'style') return;
  attribute.attrValue = allowedInlineStyle(attribute.attrValue);
  attribute.keepAttr = attribute.attrValue !== '';
};

function markStretches(fragment: DocumentFragment) {
  const nodes: Text[] = [];
  const walker = document.createTreeWalker(fragment, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);

  const read = createStretchReader();
  for (const node of nodes) {
    const pieces = read(node.data).map(({ text, mark }) =>
      mark === null ? document.createTextNode(text) : markOf(mark, text),
    );
    node.replaceWith(...pieces);
  }
}

function markOf(kind: PreviewMark, text: string): HTMLElement {
  const mark = document.createElement('mark');
  mark.dataset['is'] = kind;
  mark.textContent = text;
  return mark;
}
