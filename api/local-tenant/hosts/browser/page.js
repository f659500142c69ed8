/**
 * An element the page was served with.
 * @template {HTMLElement} [T=HTMLElement]
 * @param {string} id
 * @returns {T}
 */
export function element(id) {
  const found = document.getElementById(id);
  if (found === null) throw new Error(`The page has no #${id}`);
  return /** @type {T} */ (found);
}

/**
 * What the server wrote into the page for its script.
 * @returns {any}
 */
export function readPageData() {
  return JSON.parse(element('page-data').textContent ?? '{}');
}

/**
 * Asks the local tenant for the person this page was opened as, whoever signed in elsewhere since.
 * @param {string} address
 * @param {{ method: string, body: unknown }} [change]
 */
export function askTenant(address, change) {
  const headers = { 'Local-Tenant-Person': readPageData().person.id };
  if (change === undefined) return fetch(address, { headers });
  return fetch(address, {
    method: change.method,
    headers: { ...headers, 'Content-Type': 'application/json' },
    body: JSON.stringify(change.body),
  });
}

/** @typedef {'default' | 'dark' | 'contrast'} Theme */

/** @returns {Theme} */
export function currentTheme() {
  const theme = document.documentElement.dataset['theme'];
  return theme === 'dark' || theme === 'contrast' ? theme : 'default';
}

/**
 * The bar's menus: another theme is shown at once, another language or person is another page load.
 * @param {(theme: Theme) => void} [onTheme]
 */
export function startHostBar(onTheme) {
  /** @type {HTMLSelectElement} */
  const theme = element('theme');
  theme.addEventListener('change', () => {
    document.documentElement.dataset['theme'] = theme.value;
    setAddress('theme', theme.value);
    document.cookie = `local-tenant-theme=${theme.value}; path=/; samesite=lax`;
    onTheme?.(currentTheme());
  });
  reloadOn('language', 'language');
  reloadOn('person', 'as');
}

/** @param {string} id the menu's @param {string} name of its choice in the page's address */
function reloadOn(id, name) {
  /** @type {HTMLSelectElement} */
  const menu = element(id);
  menu.addEventListener('change', () => {
    const address = new URL(location.href);
    address.searchParams.set(name, menu.value);
    location.assign(address);
  });
}

/**
 * Keeps a choice in the page's own address, so that reloading keeps it.
 * @param {string} name
 * @param {string} value
 */
export function setAddress(name, value) {
  const address = new URL(location.href);
  if (value === '') address.searchParams.delete(name);
  else address.searchParams.set(name, value);
  history.replaceState(null, '', address);
}
