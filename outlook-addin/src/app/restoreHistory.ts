/** Office.js puts null in place of these two, and what uses the history breaks: gives them back. */
export function restoreHistory(view: Pick<Window, 'history'>) {
  for (const name of ['pushState', 'replaceState'] as const) {
    if (typeof view.history[name] !== 'function') Reflect.deleteProperty(view.history, name);
  }
}
