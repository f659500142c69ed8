import type { GraphClient } from '../graph/graphClient';
import type { HandOver } from './handOver';
import type { SharePointClient } from './sharepoint/sharePointClient';

/** A delegated permission that an admin signs in with for one step, and for no other. */
export interface AskedScope {
  /** Whose permission it is; SharePoint's own service has permissions beside Graph's. @default 'graph' */
  readonly resource?: 'graph' | 'sharePoint';
  /** Its name there, for example `Sites.FullControl.All`. */
  readonly scope: string;
  readonly why: string;
}

/** One thing a step does, told before it is done. */
export interface Change {
  /** What is made, changed or removed, as one line without a full stop. */
  readonly what: string;
  readonly why: string;
  /** What is lost for good with it, for example a list's items; nothing when not said. */
  readonly loses?: string;
  /** The one permission it takes of those the step asks for; any of them when not said. */
  readonly needs?: string;
  /** Does it; a later change may use what this one made. */
  readonly apply: () => Promise<void>;
}

/** What lies between a tenant as it is and as the step wants it; made by reading alone. */
export interface StepPlan {
  /** In the order in which they are done. None of them: the step has nothing to do. */
  readonly changes: readonly Change[];
  /** What needs a person's decision first: while there is one, nothing is changed. */
  readonly conflicts: readonly string[];
  /** What holds once every change was made; asked after the last of them, never before. */
  outcome(): StepOutcome | Promise<StepOutcome>;
}

interface StepOutcome {
  /** The hand-over as it was, with this step's part; without it after a removal. */
  readonly handOver: HandOver;
  /** What a person must still do by hand: each says what, where and why. */
  readonly byHand: readonly string[];
}

/** What a step stands on. */
export interface StepGround {
  /** Graph as the admin who signed in, or as the app of an unattended run. */
  readonly graph: GraphClient;
  /** SharePoint's own service at the site of that https address, as the same admin or app. */
  readonly sharePoint: (siteUrl: string) => SharePointClient;
  /** What the steps before left, without secrets. */
  readonly handOver: HandOver;
  /** The SharePoint site's https address or id, where it was named (`--site`). */
  readonly site: string | undefined;
}

/**
 * One admin's part of a deployment. A plan is made anew at each start from what the tenant holds, so
 * that a run after an interruption goes on where it ended, and a run after a whole one has nothing to do.
 */
export interface Step {
  readonly name: 'entra' | 'site' | 'sharepoint';
  /** The role of the admin who can do it, in the words of the admin centre. */
  readonly admin: string;
  /** The least permissions it needs. */
  readonly scopes: readonly AskedScope[];
  plan(ground: StepGround): Promise<StepPlan>;
  /** How what `plan` makes is undone. Nothing is planned that Last Mile did not make. */
  planRemoval(ground: StepGround): Promise<StepPlan>;
}
