/**
 * Under which name it is kept who used a mailbox last on this device: the person that the pane opens for
 * before Entra has said who they are.
 *
 * @param mailbox its address; null where Outlook does not tell
 */
export async function accountChoiceOf(mailbox: string | null): Promise<string> {
  return `account.${await digestOf(mailbox ?? '')}`;
}

/** A mailbox is remembered without keeping its address. */
async function digestOf(text: string): Promise<string> {
  const bytes = new TextEncoder().encode(text.trim().toLowerCase());
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return [...digest.slice(0, 16)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
