import { rmSync } from 'node:fs';
import * as z from 'zod/mini';
import { carryOut } from './carryOut';
import { readCommandLine, signInUsage, type SignInChoices } from './commandLine';
import { createEntraStep } from './entra/entraStep';
import type { HandOver } from './handOver';
import { writeHandOver } from './handOverFile';
import { meantHandOver, openTenant, type OpenTenant } from './openTenant';
import { runtimeSettings } from './runtimeSettings';
import { sharePointStep } from './sharepoint/sharePointStep';
import type { Step } from './step';
import type { Surroundings } from './surroundings';
import { teamsRemovalWords, teamsWords } from './teamsWords';

const provisionUsage = `npm run provision -- --tenant TENANT --domain HOST [--step entra|sharepoint|teams] [--certificate FILE | --managed-identity ID] [--site https://…] [--consent] [--dry-run] [--remove]

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
  --remove        undoes it, after saying what goes, once the app's name is typed`;

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
  if (choices.step === 'teams') {
    const meant = await meantHandOver(choices, surroundings);
    tellTeams(meant, choices.remove, surroundings);
    return;
  }
  const steps = chosenSteps(choices, surroundings);
  const scopes = steps.flatMap((step) => step.scopes);
  const tenant = await openTenant(choices, scopes, surroundings);
  let { handOver } = tenant;
  for (const step of choices.remove ? steps.toReversed() : steps) {
    surroundings.tell(`\n${choices.remove ? 'Removing' : 'Step'} ${step.name}`);
    const after = await takeStep(step, handOver, tenant, choices, surroundings);
    if (after === undefined) return;
    handOver = after;
  }
  if (choices['dry-run']) surroundings.tell('\nThis was a dry run: nothing was changed.');
  else if (!choices.remove) tellSettings(handOver, choices, surroundings);
  if (choices.step === undefined && (choices.remove || handOver.entra)) {
    tellTeams(handOver, choices.remove, surroundings);
  }
}

function chosenSteps(choices: Choices, { now, wait }: Surroundings): readonly Step[] {
  const { name: displayName, certificate: keyFile, consent } = choices;
  const { 'no-certificate': noCertificate, 'managed-identity': managedIdentity } = choices;
  const proof = { keyFile, noCertificate, managedIdentity };
  const all = [createEntraStep({ displayName, ...proof, consent, now, wait }), sharePointStep];
  return choices.step === undefined ? all : all.filter(({ name }) => name === choices.step);
}

/** The hand-over after the step, or undefined where it was not agreed to. */
async function takeStep(
  step: Step,
  handOver: HandOver,
  tenant: OpenTenant,
  choices: Choices,
  surroundings: Surroundings,
): Promise<HandOver | undefined> {
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
    surroundings,
  });
  if (!plan) return undefined;
  if (dryRun) return handOver;
  const { handOver: after, byHand } = await plan.outcome();
  keep(after, choices);
  if (plan.changes.length > 0) {
    const at = surroundings.now().toISOString();
    surroundings.tell(`${at} ${identity.name} ${remove ? 'removed' : 'did'} the step ${step.name}`);
  }
  for (const each of byHand) surroundings.tell(`Still to do by hand: ${each}`);
  return after;
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

function tellSettings(handOver: HandOver, choices: Choices, { tell }: Surroundings): void {
  tell(`\n${choices.handover} holds what the next admin needs; there is no secret in it.`);
  tell('Settings for running the API (docs/admin-guide.md):\n');
  tell(runtimeSettings(handOver, choices.certificate));
}

/** The part there is no call for. */
function tellTeams(handOver: HandOver, isRemoval: boolean, { tell }: Surroundings): void {
  tell('\nStep teams, by hand');
  if (isRemoval) for (const line of teamsRemovalWords) tell(line);
  else for (const line of teamsWords(handOver)) tell(line);
}
