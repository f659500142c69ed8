import { nameOfFailure } from '../failure';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';

const noSuchName = ['ENOTFOUND', 'ENODATA'];

/** `addresses` are what the name leads to; `failure` is the resolver's code. */
export function judgeName(
  host: string,
  seen: { readonly addresses: readonly string[] } | { readonly failure: string },
): Finding {
  if ('addresses' in seen && seen.addresses.length > 0) {
    return ok(`${host} leads to ${seen.addresses.join(', ')}`);
  }
  const failure = 'failure' in seen ? seen.failure : 'ENODATA';
  if (!noSuchName.includes(failure)) {
    return couldNotCheck(
      `the resolver did not answer (${failure})`,
      `whether ${host} can be found is not known`,
      `Ask from another machine: nslookup ${host}`,
    );
  }
  return problem(
    `no name server knows ${host}`,
    'neither Teams nor Outlook finds the tab, the pane or the API',
    `Add a CNAME (or A) record for ${host} that leads to where the API runs, or correct PUBLIC_ORIGIN.`,
  );
}

export const dnsCheck: Check<Ground> = {
  id: 'address.dns',
  title: 'Name of the public host',
  look: async ({ address }) =>
    judgeName(
      address.site.host,
      await address.names.result().then(
        (addresses) => ({ addresses }),
        (error: unknown) => ({ failure: nameOfFailure(error) }),
      ),
    ),
};
