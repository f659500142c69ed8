/**
 * Office on the web asks before an add-in opens a window, and draws the question in the add-in's own
 * page: what the page held is taken out of its body until the person has chosen, and put back then.
 * @param {Document} document
 * @param {() => T} open called inside the click that allows it, so that no pop-up blocker stands in the way
 * @returns {Promise<T | null>} null when the person ignored it
 * @template T
 */
export function askToOpen(document, open) {
  const held = document.createDocumentFragment();
  held.append(...document.body.childNodes);
  const panel = document.createElement('div');
  panel.setAttribute('role', 'dialog');
  panel.setAttribute('aria-describedby', 'office-dialog-text');
  Object.assign(panel.style, {
    font: '14px/1.4 "Segoe UI", system-ui, sans-serif',
    padding: '16px',
    color: '#242424',
    background: '#ffffff',
  });
  const text = document.createElement('p');
  text.id = 'office-dialog-text';
  text.textContent = 'Last Mile wants to display a new window.';
  const allow = button(document, 'Allow');
  const ignore = button(document, 'Ignore');
  panel.append(text, allow, ignore);
  document.body.append(panel);
  allow.focus();
  return new Promise((resolve) => {
    /** @param {T | null} outcome */
    const done = (outcome) => {
      panel.remove();
      document.body.append(held);
      resolve(outcome);
    };
    allow.addEventListener('click', () => done(open()));
    ignore.addEventListener('click', () => done(null));
  });
}

/** @param {Document} document @param {string} label */
function button(document, label) {
  const made = document.createElement('button');
  made.type = 'button';
  made.textContent = label;
  Object.assign(made.style, { font: 'inherit', marginInlineEnd: '8px', padding: '4px 12px' });
  return made;
}
