interface Person {
  readonly displayName: string;
}
interface Between {
  readonly to: readonly Person[];
  readonly sender: Person | null;
}

/** The message in front of the pane, being read or written: who is on it. */
export type OpenMessage = { readonly answer: Between } | { readonly read: () => Promise<Between> };

/** Names of who is on the open message. What Outlook does not tell is not known. */
export async function concernedNames(message: OpenMessage | null): Promise<string[]> {
  if (message === null) return [];
  const between =
    'answer' in message ? message.answer : await message.read().catch(() => undefined);
  if (between === undefined) return [];
  return [...between.to, ...(between.sender ? [between.sender] : [])]
    .map(({ displayName }) => displayName)
    .filter((name) => name !== '');
}
