import * as z from 'zod/mini';
import { roles } from '@last-mile/shared/user';
import type { GraphClient } from '../graph/graphClient';
import { GraphError } from '../graph/graphError';
import { carryOut, dryRunWords } from '../provision/carryOut';
import { readCommandLine, signInUsage, type SignInChoices } from '../provision/commandLine';
import { CommandWrong } from '../provision/commandWrong';
import { unlessThere } from '../provision/entra/consentChanges';
import { findApp, readPrincipal, type ServicePrincipal } from '../provision/entra/registeredApp';
import { openTenant } from '../provision/openTenant';
import type { AskedScope, Change } from '../provision/step';
import type { Surroundings } from '../provision/surroundings';
import { assignedToPath, findPrincipal, readHolders, type RoleHolder } from './roleHolders';

const rolesUsage = `npm run roles -- --list | --give ROLE --to WHO | --take ROLE --from WHO

Who holds the app's roles (${roles.join(', ')}). WHO is an account, such as ada@contoso.com, or a group's name;
a role given to a group is everybody's who is in it directly.

${signInUsage}`;

const role = z.enum(roles, `must be one of ${roles.join(', ')}`);
const shape = {
  list: z._default(z.boolean(), false),
  give: z.optional(role),
  to: z.optional(z.string()),
  take: z.optional(role),
  from: z.optional(z.string()),
};
const options = {
  list: { type: 'boolean' },
  give: { type: 'string' },
  to: { type: 'string' },
  take: { type: 'string' },
  from: { type: 'string' },
} as const;

type Choices = SignInChoices & z.infer<z.ZodMiniObject<typeof shape>>;

const reading: AskedScope = {
  scope: 'Application.Read.All',
  why: 'to read who holds a role of the app',
};
const changing: readonly AskedScope[] = [
  { scope: 'AppRoleAssignment.ReadWrite.All', why: 'to give a role or take it' },
  reading,
  { scope: 'User.ReadBasic.All', why: 'to find the account that is meant' },
  { scope: 'GroupMember.Read.All', why: 'to find the group that is meant' },
];

/** `npm run roles`: what was typed is done with the given surroundings; refusals are thrown. */
export async function runRoles(
  typed: readonly string[],
  surroundings: Surroundings,
): Promise<void> {
  const choices = readCommandLine(typed, options, shape);
  if (!choices) {
    surroundings.tell(rolesUsage);
    return;
  }
  const wish = wishOf(choices);
  const scopes = wish ? changing : [reading];
  const { graph, handOver, identity } = await openTenant(choices, scopes, surroundings);
  const app = await appFor(graph, handOver.domain);
  if (!wish) {
    tellHolders(await readHolders(graph, app), surroundings);
    return;
  }
  const principal = await findPrincipal(graph, wish.who);
  const plan = async () => {
    const holders = await readHolders(graph, app);
    const held = holders.find(
      (each) => each.principalId === principal.id && each.role === wish.role,
    );
    const change = wish.give
      ? !held && giving(graph, app, wish, principal.id)
      : held && taking(graph, app, wish, held);
    return { changes: change ? [change] : [], conflicts: [] };
  };
  const done = await carryOut({
    plan,
    dryRun: choices['dry-run'],
    isAgreed: async () =>
      choices.yes || (await surroundings.ask('Type yes to do it: ')).trim().toLowerCase() === 'yes',
    needed: { scopes: changing.slice(0, 1), admin: 'Cloud Application Administrator' },
    surroundings,
  });
  if (choices['dry-run']) surroundings.tell(dryRunWords);
  if (!done || choices['dry-run'] || done.changes.length === 0) return;
  const at = surroundings.now().toISOString();
  const what = wish.give ? `gave ${wish.role} to` : `took ${wish.role} from`;
  surroundings.tell(`${at} ${identity.name} ${what} ${wish.who}`);
  const when = wish.give
    ? 'It holds from their next token on, within about an hour.'
    : 'Tokens that they have already hold it until they expire, within about an hour.';
  surroundings.tell(`${when} Entra’s audit log keeps it too.`);
}

interface Wish {
  readonly give: boolean;
  readonly role: string;
  readonly who: string;
}

function wishOf({ list, give, to, take, from }: Choices): Wish | undefined {
  const asked = [list, give !== undefined, take !== undefined].filter(Boolean).length;
  if (asked !== 1)
    throw new CommandWrong('Give one of --list, --give ROLE --to WHO and --take ROLE --from WHO.');
  if (give !== undefined) {
    if (!to) throw new CommandWrong('--to is missing: who gets the role?');
    return { give: true, role: give, who: to };
  }
  if (take !== undefined) {
    if (!from) throw new CommandWrong('--from is missing: who loses the role?');
    return { give: false, role: take, who: from };
  }
  return undefined;
}

async function appFor(graph: GraphClient, domain: string): Promise<ServicePrincipal> {
  const app = await findApp(graph, domain);
  if (app) return readPrincipal(graph, app.appId);
  throw new CommandWrong(
    `There is no Last Mile for ${domain} in this tenant: npm run provision -- --step entra makes it.`,
  );
}

function giving(
  graph: GraphClient,
  app: ServicePrincipal,
  wish: Wish,
  principalId: string,
): Change {
  const appRoleId = app.appRoles.find(({ value }) => value === wish.role)?.id;
  return {
    what: `Give ${wish.role} to ${wish.who}`,
    why: 'They hold it from their next token on.',
    apply: () =>
      unlessThere(graph.post(assignedToPath(app), { principalId, resourceId: app.id, appRoleId })),
  };
}

function taking(graph: GraphClient, app: ServicePrincipal, wish: Wish, held: RoleHolder): Change {
  return {
    what: `Take ${wish.role} from ${wish.who}`,
    why: 'Their tokens have it until they expire, within about an hour.',
    async apply() {
      try {
        await graph.delete(`${assignedToPath(app)}/${held.assignmentId}`);
      } catch (error) {
        if (!(error instanceof GraphError) || error.status !== 404) throw error;
      }
    },
  };
}

function tellHolders(holders: readonly RoleHolder[], { tell }: Surroundings): void {
  for (const each of roles) {
    const held = holders.filter((holder) => holder.role === each);
    tell(`${each}${held.length === 0 ? ': nobody' : ''}`);
    for (const { name, isGroup } of held) tell(`  ${name}${isGroup ? ' (group)' : ''}`);
  }
}
