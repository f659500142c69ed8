/** Elements an editor of mail never keeps. */
const droppedElements =
  'script,style,iframe,object,embed,link,meta,base,form,input,button,select,textarea,svg,math';

/**
 * HTML as Outlook's editor has it after taking it in: nothing active, no comments or data
 * attributes, class names and ids prefixed with `x_`, styles in the browser's own spelling.
 * @param {string} html
 */
export function asEditorWrites(html) {
  const parsed = new DOMParser().parseFromString(html, 'text/html');
  for (const dropped of parsed.body.querySelectorAll(droppedElements)) dropped.remove();
  const comments = parsed.createNodeIterator(parsed.body, NodeFilter.SHOW_COMMENT);
  for (let node = comments.nextNode(); node !== null; node = comments.nextNode()) {
    /** @type {Comment} */ (node).remove();
  }
  for (const kept of parsed.body.querySelectorAll('*')) rewriteAttributes(kept);
  return parsed.body.innerHTML;
}

/** @param {Element} kept */
function rewriteAttributes(kept) {
  for (const { name, value } of [...kept.attributes]) {
    if (name.startsWith('on') || name.startsWith('data-') || isScriptAddress(name, value)) {
      kept.removeAttribute(name);
    } else if (name === 'id') {
      kept.id = `x_${value}`;
    } else if (name === 'class') {
      kept.className = value
        .split(/\s+/)
        .filter(Boolean)
        .map((each) => `x_${each}`)
        .join(' ');
    } else if (name === 'style' && kept instanceof HTMLElement) {
      kept.style.cssText = kept.style.cssText;
    }
  }
}

/** @param {string} name @param {string} value */
function isScriptAddress(name, value) {
  return ['href', 'src', 'action'].includes(name) && /^\s*(javascript|vbscript):/i.test(value);
}

/** @param {string} text */
export function plainTextToHtml(text) {
  const holder = document.createElement('div');
  return text
    .split('\n')
    .map((line) => {
      holder.textContent = line;
      return line === '' ? '<div><br></div>' : `<div>${holder.innerHTML}</div>`;
    })
    .join('');
}
