import { rmSync } from 'node:fs';
import * as z from 'zod/mini';
import { carryOut, dryRunWords } from './carryOut';
import { listDefinitions } from '../lists';
import { readCommandLine, signInUsage, type SignInChoices } from './commandLine';
import { CommandWrong } from './commandWrong';
import { createEntraStep } from './entra/entraStep';
import { readKeyFile } from './entra/keyFile';
import type { HandOver } from './handOver';
import { writeHandOver } from './handOverFile';
import { meantHandOver, openTenant, type OpenTenant } from './openTenant';
import { runtimeSettings } from './runtimeSettings';
import { sharePointStep } from './sharepoint/sharePointStep';
import { addressOfNewSite, createSiteStep } from './sharepoint/siteStep';
import type { AskedScope, Step } from './step';
import type { Surroundings } from './surroundings';
import { teamsRemovalWords, teamsWords } from './teamsWords';

const provisionUsage = `npm run provision -- --tenant TENANT --domain HOST [--step entra|sharepoint|teams] [--certificate FILE | --managed-identity ID] [--site https://… [--create-site TITLE]] [--consent] [--dry-run] [--remove]

Makes what Last Mile needs in a tenant: the app registration, then the lists on a SharePoint
site; what the Teams administrator does by hand is printed.
Shows everything first and asks. Run again, it does what is still missing, and nothing otherwise.

${signInUsage}
  --step          only this admin's part; all of them unless given
  --certificate   entra: a PEM file with the app's certificate and key; made where there is none
  --managed-identity  entra: the managed identity under which the API runs on Azure, by its principal id
  --no-certificate    entra: it will run under one that is not there yet
  --consent       entra: consents for everyone as well (Privileged Role Administrator)
  --name          entra: what people see the app as; Last Mile unless given
  --site          sharepoint: the site's https address
  --create-site   sharepoint: makes that site, under this title, where there is none; whoever signs in
                  owns it. Never without this
  --remove        undoes it, after saying what goes, once the app's name is typed. The site stays`;

const stepNames = ['entra', 'sharepoint', 'teams'] as const;
const shape = {
  step: z.optional(z.enum(stepNames, `must be one of ${stepNames.join(', ')}`)),
  certificate: z.optional(z.string()),
  'no-certificate': z._default(z.boolean(), false),
  'managed-identity': z.optional(z.guid('must be the GUID of a managed identity')),
  consent: z._default(z.boolean(), false),
  name: z._default(
    z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(120, 'is too long')),
    'Last Mile',
  ),
  site: z.optional(z.string().check(z.minLength(1, 'must not be empty'))),
  'create-site': z.optional(
    z.string().check(z.minLength(1, 'must not be empty'), z.maxLength(120, 'is too long')),
  ),
  remove: z._default(z.boolean(), false),
};
const options = {
  step: { type: 'string' },
  certificate: { type: 'string' },
  'no-certificate': { type: 'boolean' },
  'managed-identity': { type: 'string' },
  consent: { type: 'boolean' },
  name: { type: 'string' },
  site: { type: 'string' },
  'create-site': { type: 'string' },
  remove: { type: 'boolean' },
} as const;

type Choices = SignInChoices & z.infer<z.ZodMiniObject<typeof shape>>;

/** `npm run provision`: what was typed is done with the given surroundings; refusals are thrown. */
export async function runProvision(
  typed: readonly string[],
  surroundings: Surroundings,
): Promise<void> {
  const choices = readCommandLine(typed, options, shape);
  if (!choices) {
    surroundings.tell(provisionUsage);
    return;
  }
  const steps = chosenSteps(choices, surroundings);
  if (choices.step === 'teams') {
    const meant = await meantHandOver(choices, surroundings);
    tellTeams(meant, choices.remove, surroundings);
    return;
  }
  const tenant = await openTenant(choices, scopesOf(steps), surroundings);
  let { handOver } = tenant;
  for (const step of choices.remove ? steps.toReversed() : steps) {
    surroundings.tell(`\n${choices.remove ? 'Removing' : 'Step'} ${step.name}`);
    const taken = await takeStep(step, handOver, tenant, choices, surroundings);
    if (taken === undefined) return;
    handOver = taken.handOver;
    if (choices['dry-run'] && step.name === 'site' && taken.changes > 0) {
      surroundings.tell(`\nStep sharepoint\n${afterTheSite}`);
      break;
    }
  }
  if (choices['dry-run']) surroundings.tell(dryRunWords);
  else if (!choices.remove) tellSettings(handOver, choices, surroundings);
  if (choices.step === undefined && (choices.remove || handOver.entra)) {
    tellTeams(handOver, choices.remove, surroundings);
  }
}

const afterTheSite =
  `  Once the site is there: ${listDefinitions.length} lists with their columns and indexes, who may open ` +
  'each of them, and the\n  app’s access to the site. They are shown one by one, and asked for, by then.';

function chosenSteps(choices: Choices, { now, wait }: Surroundings): readonly Step[] {
  const { name: displayName, certificate: keyFile, consent } = choices;
  const { 'no-certificate': noCertificate, 'managed-identity': managedIdentity } = choices;
  const proof = { keyFile, noCertificate, managedIdentity };
  const entra = createEntraStep({ displayName, ...proof, consent, now, wait });
  const sharepoint = [...siteSteps(choices, wait), sharePointStep];
  if (choices.step === 'entra') return [entra];
  return choices.step === 'sharepoint' ? sharepoint : [entra, ...sharepoint];
}

/** The making of the site, where it was asked for by somebody who will own it. */
function siteSteps(choices: Choices, wait: Surroundings['wait']): Step[] {
  const title = choices['create-site'];
  if (title === undefined) return [];
  if (choices.remove) {
    throw new CommandWrong(
      '--create-site and --remove do not go together: --remove leaves the site.',
    );
  }
  if (choices.step === 'entra' || choices.step === 'teams') {
    throw new CommandWrong('--create-site belongs to the step sharepoint.');
  }
  if (choices['app-only']) {
    throw new CommandWrong(
      '--create-site takes somebody who signs in, for they own the site: not with --app-only.',
    );
  }
  return [createSiteStep({ url: addressOfNewSite(choices.site), title, wait })];
}

/** Each permission once, with what every step wants it for. */
function scopesOf(steps: readonly Step[]): AskedScope[] {
  const asked = new Map<string, AskedScope>();
  for (const each of steps.flatMap(({ scopes }) => scopes)) {
    const key = `${each.resource ?? 'graph'} ${each.scope}`;
    const before = asked.get(key);
    asked.set(key, before ? { ...each, why: `${before.why}; ${each.why}` } : each);
  }
  return [...asked.values()];
}

/** The hand-over after the step and how much it found to do, or undefined where it was not agreed to. */
async function takeStep(
  step: Step,
  handOver: HandOver,
  tenant: OpenTenant,
  choices: Choices,
  surroundings: Surroundings,
): Promise<{ handOver: HandOver; changes: number } | undefined> {
  const { graph, sharePoint, identity } = tenant;
  const { remove } = choices;
  const dryRun = choices['dry-run'];
  const ground = { graph, sharePoint, handOver, site: choices.site };
  const plan = await carryOut({
    plan: () => (remove ? step.planRemoval(ground) : step.plan(ground)),
    dryRun,
    isAgreed: (found) =>
      remove
        ? isNameTyped(handOver.entra?.displayName ?? choices.name, surroundings)
        : isAgreed(found.changes.length, choices.yes, surroundings),
    needed: { scopes: step.scopes, admin: step.admin },
    ...(remove && { inPlace: 'nothing of it is there' }),
    surroundings,
  });
  if (!plan) return undefined;
  const changes = plan.changes.length;
  if (dryRun) return { handOver, changes };
  const { handOver: after, byHand } = await plan.outcome();
  keep(after, choices);
  if (changes > 0) {
    const at = surroundings.now().toISOString();
    surroundings.tell(`${at} ${identity.name} ${remove ? 'removed' : 'did'} the step ${step.name}`);
  }
  for (const each of byHand) surroundings.tell(`Still to do by hand: ${each}`);
  return { handOver: after, changes };
}

async function isAgreed(
  count: number,
  isAgreedBefore: boolean,
  { ask }: Surroundings,
): Promise<boolean> {
  if (isAgreedBefore) return true;
  const what = count === 1 ? 'this change' : `these ${count} changes`;
  return (await ask(`Type yes to make ${what}: `)).trim().toLowerCase() === 'yes';
}

async function isNameTyped(name: string, { ask }: Surroundings): Promise<boolean> {
  const typed = await ask(`Type the name of the app, ${name}, to let this go: `);
  return typed.trim() === name;
}

/** After the last part is gone, so is the file. */
function keep(handOver: HandOver, { handover: path }: Choices): void {
  if (handOver.entra || handOver.sharepoint) writeHandOver(path, handOver);
  else rmSync(path, { force: true });
}

function tellSettings(handOver: HandOver, choices: Choices, { tell, now }: Surroundings): void {
  tell(`\n${choices.handover} holds what the next admin needs; there is no secret in it.`);
  tell('Settings for running the API (docs/admin-guide.md):\n');
  const path = choices.certificate;
  const own = path === undefined ? undefined : readKeyFile(path, now());
  tell(runtimeSettings(handOver, path === undefined || !own ? undefined : { ...own, path }));
}

/** The part there is no call for. */
function tellTeams(handOver: HandOver, isRemoval: boolean, { tell }: Surroundings): void {
  tell('\nStep teams, by hand');
  if (isRemoval) for (const line of teamsRemovalWords) tell(line);
  else for (const line of teamsWords(handOver)) tell(line);
}
