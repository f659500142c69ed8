/** The clipboard could not be written; the person has to copy by hand. */
export class CopyRefused extends Error {
  constructor() {
    super('The clipboard is closed to add-ins here.');
    this.name = 'CopyRefused';
  }
}

/**
 * Puts `text` on the clipboard. Outlook on the web frames the pane without the permission for the
 * modern clipboard, so the older command is tried second; throws {@link CopyRefused} when both fail.
 */
export async function copyText(text: string, page: Document = document): Promise<void> {
  const written = await copyByClipboard(text, page);
  if (!written && !copyBySelection(text, page)) throw new CopyRefused();
}

async function copyByClipboard(text: string, page: Document): Promise<boolean> {
  if (page.defaultView === null) return false;
  try {
    await page.defaultView.navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}

function copyBySelection(text: string, page: Document): boolean {
  const focused = page.activeElement;
  const field = page.createElement('textarea');
  field.value = text;
  field.setAttribute('aria-hidden', 'true');
  field.tabIndex = -1;
  Object.assign(field.style, { position: 'fixed', opacity: '0', insetBlockStart: '0' });
  page.body.append(field);
  field.select();
  try {
    const commands: CopyCommand = page;
    return commands.execCommand('copy');
  } catch {
    return false;
  } finally {
    field.remove();
    if (focused instanceof HTMLElement) focused.focus();
  }
}

/** The older way, which browsers keep for pages without the newer one's permission. */
interface CopyCommand {
  execCommand(command: 'copy'): boolean;
}
