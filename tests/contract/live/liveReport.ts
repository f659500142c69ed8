/** How a test ends whose likeliest form was told before it came to the other one. */
export const likeliestFormWasTold = 'the likeliest form was told';

/** What one client saw of one fact: nothing wrong, or the errors its test ended with. */
export interface LiveResult {
  readonly fact: string;
  readonly errors: readonly { readonly name: string; readonly message: string }[];
}

type LiveVerdict = 'held' | 'held in its likeliest form' | 'did not hold' | 'not told';

export interface LiveFact {
  readonly fact: string;
  readonly verdict: LiveVerdict;
  readonly why: string;
}

/** A fact is held when every client that told it saw it; what only the local tenant can show is not told. */
export function judge(results: readonly LiveResult[]): readonly LiveFact[] {
  const byFact = new Map<string, LiveResult[]>();
  for (const result of results) {
    byFact.set(result.fact, [...(byFact.get(result.fact) ?? []), result]);
  }
  return [...byFact]
    .map(([fact, seen]) => ({ fact, ...judgeFact(seen.flatMap(({ errors }) => errors)) }))
    .sort((a, b) => a.fact.localeCompare(b.fact, 'en'));
}

function judgeFact(errors: LiveResult['errors']): Omit<LiveFact, 'fact'> {
  const failed = errors.find(({ name }) => name !== 'OnlyLocal');
  if (failed) return { verdict: 'did not hold', why: firstLine(failed.message) };
  const [first] = errors;
  if (!first) return { verdict: 'held', why: '' };
  return errors.every(({ message }) => message === likeliestFormWasTold)
    ? { verdict: 'held in its likeliest form', why: '' }
    : { verdict: 'not told', why: `takes ${first.message}` };
}

const firstLine = (text: string) => text.split('\n')[0]?.replaceAll('|', '\\|') ?? '';

/** The page that says which facts held where, for a reader who has docs/local-tenant.md beside it. */
export function liveReport(
  facts: readonly LiveFact[],
  where: { readonly subject: string; readonly at: Date },
): string {
  const count = (verdict: LiveVerdict) => facts.filter((each) => each.verdict === verdict).length;
  const sums = (['held', 'held in its likeliest form', 'did not hold', 'not told'] as const)
    .map((verdict) => `${count(verdict)} ${verdict}`)
    .join(', ');
  const rows = facts.map(({ fact, verdict, why }) => `| ${fact} | ${verdict} | ${why} |`);
  return [
    `# The contract's facts, told to ${where.subject}`,
    '',
    `On ${where.at.toISOString().slice(0, 10)}: ${sums}.`,
    '',
    '| fact | verdict | why |',
    '| --- | --- | --- |',
    ...rows,
    '',
  ].join('\n');
}
