import { v5 } from 'uuid';

/** Our own namespace for name-based ids: whoever packages for the same app registration gets the same ids. */
const namespace = '5f1c8a52-6d0e-4c3f-9b57-1a57a1711e00';

export interface PackageIds {
  /** The app's id in the Teams catalogue. */
  readonly app: string;
  /** The add-in only manifest's id; the unified manifest hides the add-in by it. */
  readonly addinOnly: string;
}

/** The two ids of a package, the same for the same app registration and environment for ever. */
export function packageIds(clientId: string, environment: string): PackageIds {
  const name = `${clientId.toLowerCase()}/${environment}`;
  return { app: v5(`${name}/app`, namespace), addinOnly: v5(`${name}/outlook`, namespace) };
}
