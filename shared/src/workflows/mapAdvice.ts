import { sourceKinds, type MappedStep, type SourceKind, type WorkflowMap } from './workflowMap';

/** What a task needs built for it, from the simplest on. */
export type AiForm = 'onePrompt' | 'chain' | 'agent';

/** Why a form is advised, or none: each is one row of decision 0030. */
export type FormReason =
  /** No step says how AI would help. */
  | 'noStepForAi'
  /** AI helps in one step: a prompt does it. */
  | 'oneStep'
  /** AI helps in several steps that always follow in the same order. */
  | 'fixedOrder'
  /** The way depends on what comes out, but all in one tool: a person decides between two prompts. */
  | 'oneTool'
  /** An agent would do, but nobody is named who takes over from it. */
  | 'noEscalation'
  /** What comes next depends on what comes out, over several tools. */
  | 'dependsOnOutcome';

export interface FormAdvice {
  /** Null where the map does not say enough. */
  readonly form: AiForm | null;
  readonly reason: FormReason;
  /** Keys of the steps the reason speaks of. */
  readonly steps: readonly string[];
}

/**
 * Whether a task needs one prompt, a chain of prompts or an orchestrated agent (decision 0030): the
 * simplest form that its own map allows. It advises; nothing hangs on it.
 */
export function formAdvice({ steps, escalation }: Pick<WorkflowMap, 'steps' | 'escalation'>) {
  const helped = stepsForAi(steps);
  const branching = helped.slice(0, -1).filter(({ branches }) => branches);
  const advise = (
    form: AiForm | null,
    reason: FormReason,
    about: readonly MappedStep[],
  ): FormAdvice => ({ form, reason, steps: about.map(({ id }) => id) });

  if (helped.length === 0) return advise(null, 'noStepForAi', []);
  if (helped.length === 1) return advise('onePrompt', 'oneStep', helped);
  if (branching.length === 0) return advise('chain', 'fixedOrder', helped);
  if (toolsOf(helped).size < 2) return advise('chain', 'oneTool', branching);
  if (escalation === null) return advise('chain', 'noEscalation', branching);
  return advise('agent', 'dependsOnOutcome', branching);
}

/** How what a step reads reaches the assistant. */
export type Grounding =
  /** Put into the prompt by the person, who has it before them. */
  | 'inThePrompt'
  /** The file itself is attached or referred to; nothing is retyped. */
  | 'attached'
  /** An approved document only, quoted with the place, and read up by a person. */
  | 'approvedReference'
  /** Public pages with their address; never by itself for what a client relies on. */
  | 'citedWeb';

/** The rule table of decision 0030: what each kind of source asks for. */
const groundingOf: Readonly<Record<SourceKind, Grounding>> = {
  ownNotes: 'inThePrompt',
  correspondence: 'inThePrompt',
  meeting: 'attached',
  clientFile: 'attached',
  figures: 'attached',
  firmStandard: 'approvedReference',
  regulation: 'approvedReference',
  publicWeb: 'citedWeb',
};

export interface SourceAdvice {
  readonly source: SourceKind;
  readonly grounding: Grounding;
  /** Keys of the steps in which AI helps and that read it. */
  readonly steps: readonly string[];
}

export interface SourcesAdvice {
  /** In the order of {@link sourceKinds}. */
  readonly sources: readonly SourceAdvice[];
  /** Keys of steps in which AI helps and of which nobody said what they read: nothing is advised of them. */
  readonly unsaid: readonly string[];
}

/** On which sources AI's help in a task must rest, by what the steps in which it helps read. */
export function sourcesAdvice(steps: readonly MappedStep[]): SourcesAdvice {
  const helped = stepsForAi(steps);
  return {
    sources: sourceKinds.flatMap((source) => {
      const reading = helped.filter(({ sources }) => sources.includes(source));
      if (reading.length === 0) return [];
      return { source, grounding: groundingOf[source], steps: reading.map(({ id }) => id) };
    }),
    unsaid: helped.filter(({ sources }) => sources.length === 0).map(({ id }) => id),
  };
}

const stepsForAi = (steps: readonly MappedStep[]) =>
  steps.filter(({ aiHelps }) => aiHelps.trim() !== '');

const toolsOf = (steps: readonly MappedStep[]) =>
  new Set(steps.flatMap(({ tool }) => (tool === null ? [] : tool.trim().toLowerCase())));
