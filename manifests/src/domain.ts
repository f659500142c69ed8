import { allow, refuse, type Decision } from '@last-mile/shared/rules';

/** Microsoft's own hosts: Teams refuses them in validDomains, and no customer serves pages there. */
const microsoftHosts = [
  'cloud.microsoft',
  'live.com',
  'microsoft.com',
  'microsoft365.com',
  'microsoftonline.com',
  'office.com',
  'office.net',
  'office365.com',
  'onmicrosoft.com',
  'outlook.com',
  'sharepoint.com',
  'skype.com',
];

/** Shared by everyone who rents there: one's own name under them is fine, they themselves are not. */
const sharedHosts = [
  'azurecontainerapps.io',
  'azurefd.net',
  'azurestaticapps.net',
  'azurewebsites.net',
  'cloudapp.azure.com',
  'devtunnels.ms',
  'trafficmanager.net',
];

/** Never resolvable on the internet (RFC 2606, 6761, 6762, 8375, 9476). */
const reservedNames = [
  'example',
  'example.com',
  'example.net',
  'example.org',
  'home.arpa',
  'internal',
  'invalid',
  'lan',
  'local',
  'localhost',
  'test',
];

/**
 * Whether the product may be packaged for `domain`: a bare public host name in lower case, as
 * `validDomains`, the Application ID URI and the nested app authentication redirect all take it.
 */
export function canServeFrom(domain: string): Decision {
  if (domain === '') return refuse('is empty. Give the host that serves the product.');
  if (/\s/.test(domain)) return refuse('contains a blank. Give one host name.');
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(domain)) {
    return refuse('starts with a scheme. Give the host alone; https is implied.');
  }
  if (domain.includes('*')) {
    return refuse(
      'has a wildcard. Outlook honours none; give the one host that serves the product.',
    );
  }
  if (domain.includes('@')) return refuse('names a user. Give the host alone.');
  if (/[/?#\\]/.test(domain)) {
    return refuse('has a path. Give the host alone; the product answers at its root.');
  }
  if (domain.startsWith('[') || /^[0-9a-f]*:[0-9a-f:]+$/i.test(domain)) return refuse(ipAddress);
  if (domain.includes(':')) {
    return refuse('has a port. Teams takes no port in validDomains; serve the product on 443.');
  }
  if (/^\d+(\.\d+)*$/.test(domain)) return refuse(ipAddress);
  if (domain !== domain.toLowerCase()) {
    return refuse('has upper-case letters. The Application ID URI is compared in lower case.');
  }
  if (domain.endsWith('.')) return refuse('ends with a dot. Leave it out.');
  return canBeHostName(domain);
}

const ipAddress = 'is an IP address. Teams and Entra ID take a host name only.';

function canBeHostName(domain: string): Decision {
  if (/[^\x20-\x7e]/.test(domain)) {
    return refuse('has letters outside ASCII. Give the xn-- form your registrar shows.');
  }
  if (domain.length > 253) return refuse(`is ${domain.length} characters long; 253 is the limit.`);
  if (isWithin(domain, reservedNames)) {
    return refuse('is reserved and reachable by nobody else. Give the public host.');
  }
  const labels = domain.split('.');
  if (labels.length < 2) return refuse('is a single label. Give the full name, with its domain.');
  const wrong = labels.find((label) => !/^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$/.test(label));
  if (wrong !== undefined) {
    return refuse(
      `has the label "${wrong}". Each takes 1 to 63 letters, digits and inner hyphens.`,
    );
  }
  if (/^\d/.test(labels.at(-1) ?? '')) return refuse('ends in a number. Give a public host name.');
  if (isWithin(domain, microsoftHosts)) {
    return refuse('belongs to Microsoft. Teams refuses it; give a host your organisation serves.');
  }
  if (sharedHosts.includes(domain)) {
    return refuse('is shared by all its customers. Give your own name under it.');
  }
  return allow;
}

function isWithin(domain: string, hosts: readonly string[]): boolean {
  return hosts.some((host) => domain === host || domain.endsWith(`.${host}`));
}
