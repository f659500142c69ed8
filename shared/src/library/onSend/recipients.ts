/** A person a message goes to, as Outlook knows them. */
export interface Recipient {
  readonly displayName: string;
  readonly emailAddress: string;
}

/** What stands behind the last `@`, in lower case. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase();
}
