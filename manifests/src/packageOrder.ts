import { allow, refuse, type Decision } from '@last-mile/shared/rules';
import { canServeFrom } from './domain';
import { canBeVersion, firstVersion } from './version';

/** What the command line was given, as it was typed. */
export interface TypedOrder {
  readonly domain?: string | undefined;
  readonly clientId?: string | undefined;
  readonly environment?: string | undefined;
  readonly version?: string | undefined;
  readonly name?: string | undefined;
  readonly developer?: string | undefined;
}

/** A package that can be made: every value within what Teams, Outlook and Entra ID take. */
export interface PackageOrder {
  readonly domain: string;
  readonly clientId: string;
  readonly environment: string;
  readonly version: string;
  /** Shown in Teams; the environment stands behind it unless it is production. */
  readonly name: string;
  /** Shown for the add-in only manifest, which must be told apart from the app. */
  readonly addinOnlyName: string;
  readonly developer: string;
}

/** One value that a store, a catalogue or a client would refuse later. */
export interface Refusal {
  /** The option at fault, as it is typed. */
  readonly field: string;
  readonly value: string;
  /** What is wrong and what to do, to be read after the field and its value. */
  readonly reason: string;
}

export const nameLimits = { appName: 30, addinName: 125, developer: 32 } as const;

/** The order as it can be packaged, or every refusal at once. */
export function readOrder(typed: TypedOrder): { order: PackageOrder } | { refusals: Refusal[] } {
  const environment = typed.environment ?? 'prod';
  const named = canBeEnvironment(environment);
  const suffix = environment === 'prod' || !named.allowed ? '' : ` (${environment})`;
  const baseName = typed.name ?? 'Last Mile';
  const order: PackageOrder = {
    domain: typed.domain ?? '',
    clientId: typed.clientId ?? '',
    environment,
    version: typed.version ?? firstVersion,
    name: `${baseName}${suffix}`,
    addinOnlyName: `${baseName} for Outlook${suffix}`,
    developer: typed.developer ?? 'Last Mile',
  };
  const refusals = [
    refusal('--domain', order.domain, canServeFrom(order.domain)),
    refusal('--client-id', order.clientId, canBeClientId(order.clientId)),
    refusal('--env', environment, named),
    refusal('--version', order.version, canBeVersion(order.version)),
    refusal('--name', baseName, canBeName(baseName, suffix)),
    refusal('--developer', order.developer, canBeDeveloper(order.developer)),
  ].filter((found) => found !== undefined);
  if (refusals.length > 0) return { refusals };
  return { order: { ...order, clientId: order.clientId.toLowerCase() } };
}

function refusal(field: string, value: string, decision: Decision): Refusal | undefined {
  return decision.allowed ? undefined : { field, value, reason: decision.reason };
}

function canBeClientId(clientId: string): Decision {
  if (clientId === '')
    return refuse('is missing. Give the Application (client) ID of the registration.');
  if (!/^[0-9a-f]{8}-([0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(clientId)) {
    return refuse(
      'is not a GUID. Copy the Application (client) ID from the app registration, without braces.',
    );
  }
  if (/^[0-]+$/.test(clientId)) {
    return refuse('is the empty GUID. Copy the Application (client) ID from the app registration.');
  }
  if (/-0000-0000-c000-000000000000$/i.test(clientId)) {
    return refuse(
      'is one of Microsoft’s own services. Copy the Application (client) ID of your own registration.',
    );
  }
  return allow;
}

function canBeEnvironment(environment: string): Decision {
  if (/^[a-z][a-z0-9]{0,7}$/.test(environment)) return allow;
  return refuse('is not a short name. Give 1 to 8 lower-case letters and digits, such as dev.');
}

function canBeName(name: string, suffix: string): Decision {
  const text = canBeText(name);
  if (!text.allowed) return text;
  const length = name.length + suffix.length;
  if (length <= nameLimits.appName) return text;
  return refuse(
    `makes "${name}${suffix}", ${length} characters; Teams takes ${nameLimits.appName}. Shorten it.`,
  );
}

function canBeDeveloper(developer: string): Decision {
  const text = canBeText(developer);
  if (!text.allowed || developer.length <= nameLimits.developer) return text;
  return refuse(
    `is ${developer.length} characters; Teams takes ${nameLimits.developer}. Shorten it.`,
  );
}

/** Words a person reads in a catalogue: not blank at the ends, one line, no mark-up. */
function canBeText(text: string): Decision {
  if (text.trim() === '') return refuse('is blank. Give the words people will see.');
  if (text !== text.trim()) return refuse('starts or ends with a blank. Leave it out.');
  if (/[\p{Cc}\p{Cf}<>]/u.test(text)) {
    return refuse('has a control character or an angle bracket. Give plain words.');
  }
  return allow;
}
