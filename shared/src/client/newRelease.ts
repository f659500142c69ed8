/** The page as the server has it now; undefined where it does not answer. */
async function pageNow(): Promise<string | undefined> {
  try {
    const answer = await fetch(location.pathname, { cache: 'no-store' });
    return answer.ok ? await answer.text() : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Opens the page anew where the server has another release than the one that runs: what this one would
 * still fetch may be gone.
 */
export async function reloadIfOutdated(): Promise<void> {
  const own = document.querySelector('script[type=module][src]')?.getAttribute('src');
  const now = await pageNow();
  if (own != null && now?.includes(own) === false) location.reload();
}

/**
 * Opens the page anew if there is one to open. A browser does not fetch a script again that it could not
 * fetch before, however good the connection is by now.
 */
export async function reloadIfServed(): Promise<void> {
  if ((await pageNow()) !== undefined) location.reload();
}
