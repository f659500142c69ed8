import type { Context, MiddlewareHandler } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { canChampion, canSeeDashboard, type Programme } from '@last-mile/shared/programme';
import { allow, type Decision } from '@last-mile/shared/rules';
import type { User } from '@last-mile/shared/user';
import { auditedLooks, type AuditedLook } from '@last-mile/shared/operations';
import type { AppEnv, Membership } from './appEnv';
import { callerAddress } from './callerAddress';
import { BodyTooLarge, RuleRefused, Unauthenticated } from './refusals';
import type { RouteAccess, Who } from './routeAccess';

export interface AccessChecks {
  /** Whose token this is; throws where it is nobody's. */
  userOf(authorization: string | undefined): Promise<User>;
  /** Takes one from the person's allowance; throws when nothing is left. */
  takeOne(person: string): void;
  /** The same for an address whose requests are nobody's. */
  takeOneFrom(address: string): void;
  /** Whether an account is still enabled, asked about by itself. */
  mayStillAct(userId: string): Promise<boolean>;
  membershipOf(user: User): Promise<Membership | null>;
  /** Enters in the audit trail what the person looked at. */
  keepLook(action: AuditedLook, user: User, programme: Programme | undefined): Promise<void>;
}

/** What each kind of caller must be besides signed in. */
const standings: Readonly<Record<Who, (programme: Programme, user: User) => Decision>> = {
  anyone: () => allow,
  member: () => allow,
  anyChampion: () => allow,
  champion: canChampion,
  championOrLeader: canSeeDashboard,
  admin: () => allow,
};

/**
 * Enforces one line of the routes' table before its handler runs: who is signed in, how often they
 * ask, whether their account is still enabled, what they are in their programme, and how
 * long a body the route takes. Nothing the client claims about itself is read here. Requests that are
 * nobody's are counted by address; a person with a good token never pays for their neighbours.
 */
export function createAccess(checks: AccessChecks, listed: readonly RouteAccess[]) {
  return (route: RouteAccess): MiddlewareHandler<AppEnv>[] => {
    if (route.who === 'anyone') return [countAddress(checks)];
    const steps = [checkCaller(checks, route)];
    const looks = route.audited.filter(isLook);
    if (looks.length > 0) steps.push(keepLooks(checks, looks));
    if (route.longestBody > 0) steps.push(longestBody(route.longestBody));
    const others = listedApart(route, listed);
    if (others.size === 0) return steps;
    return steps.map((step) => (c, next) => (others.has(c.req.path) ? next() : step(c, next)));
  };
}

function countAddress(checks: AccessChecks): MiddlewareHandler<AppEnv> {
  return (c, next) => {
    checks.takeOneFrom(callerAddress(c));
    return next();
  };
}

/** Addresses that fit the route's pattern and have a line of their own, which decides about them. */
function listedApart(route: RouteAccess, listed: readonly RouteAccess[]): ReadonlySet<string> {
  const pattern = new RegExp(`^${route.path.replace(/:\w+/g, '[^/]+')}$`);
  return new Set(
    listed
      .filter(({ method, path }) => method === route.method && path !== route.path)
      .map(({ path }) => path)
      .filter((path) => !path.includes(':') && pattern.test(path)),
  );
}

function checkCaller(checks: AccessChecks, route: RouteAccess): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    const user = await checks.userOf(c.req.header('authorization')).catch((error: unknown) => {
      if (error instanceof Unauthenticated) checks.takeOneFrom(callerAddress(c));
      throw error;
    });
    checks.takeOne(user.userId);
    c.set('user', user);
    refuseMissingRole(route.who, user);
    if (user.roles.length > 0 && !(await checks.mayStillAct(user.userId))) {
      throw new RuleRefused('accountDisabled');
    }
    if (route.programme) await enterProgramme(c, checks, route.who, user);
    else await refuseKnownDisabled(checks, user);
    await next();
  };
}

const isLook = (action: string): action is AuditedLook => action in auditedLooks;

/** Nothing is handed out of which the audit trail does not know. */
function keepLooks(checks: AccessChecks, looks: readonly AuditedLook[]): MiddlewareHandler<AppEnv> {
  return async (c, next) => {
    await next();
    if (!c.res.ok) return;
    for (const look of looks) await checks.keepLook(look, c.var.user, c.get('programme'));
  };
}

/** A missing role is said before anything about programmes, which would be another person's business. */
function refuseMissingRole(who: Who, user: User) {
  const forChampions = who === 'champion' || who === 'anyChampion';
  if (forChampions && !user.roles.includes('Champion')) {
    throw new RuleRefused('championRoleRequired');
  }
  if (who === 'admin' && !user.roles.includes('Admin')) throw new RuleRefused('adminRoleRequired');
  if (
    who === 'championOrLeader' &&
    !user.roles.includes('Champion') &&
    !user.roles.includes('Leader')
  ) {
    throw new RuleRefused('championOrLeaderRoleRequired');
  }
}

async function enterProgramme(c: Context<AppEnv>, checks: AccessChecks, who: Who, user: User) {
  const membership = await checks.membershipOf(user);
  if (!membership) throw new RuleRefused('noProgramme');
  await refuseDisabled(checks, user, membership);
  const decision = standings[who](membership.programme, user);
  if (!decision.allowed) throw new RuleRefused(decision.reason);
  c.set('membership', membership);
  c.set('programme', membership.programme);
}

/**
 * People without a role are many, so nobody asks about each: the group that makes them a member says it
 * of all at once, minutes ago. Whom the list alone names is asked about like people with a role.
 */
async function refuseDisabled(
  checks: AccessChecks,
  { userId, roles }: User,
  { accountEnabled }: Membership,
) {
  if (roles.length > 0) return;
  if (!(accountEnabled ?? (await checks.mayStillAct(userId)))) {
    throw new RuleRefused('accountDisabled');
  }
}

/** What is a person's own is theirs in no programme too, and while the directory is away. */
async function refuseKnownDisabled(checks: AccessChecks, user: User) {
  if (user.roles.length > 0) return;
  const membership = await checks.membershipOf(user).catch(() => null);
  if (membership?.accountEnabled === false) throw new RuleRefused('accountDisabled');
}

function longestBody(limit: number): MiddlewareHandler<AppEnv> {
  const refuse = () => {
    throw new BodyTooLarge(limit);
  };
  const counted = bodyLimit({ maxSize: limit, onError: refuse });
  return (c, next) => {
    const length = c.req.header('content-length');
    // Counting would read the body as a stream, which costs more than the rest of a small request;
    // Node holds a request to the length it says.
    if (length === undefined || c.req.header('transfer-encoding') !== undefined) {
      return counted(c, next);
    }
    return Number(length) <= limit ? next() : refuse();
  };
}
