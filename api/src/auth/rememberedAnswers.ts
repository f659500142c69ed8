import { createBoundedMap } from '../http/boundedMap';

export interface Remembering<Value> {
  readonly ask: (key: string) => Promise<Value>;
  /** How long an answer is taken without asking again. */
  readonly freshForMs: number;
  /** How long the last answer holds when asking fails or takes long. */
  readonly holdsForMs: number;
  readonly limit: number;
  readonly now: () => number;
}

interface Remembered<Value> {
  readonly value: Value;
  readonly at: number;
  /** Until when nobody waits for a new answer, because the last question came to nothing. */
  readonly restsUntil: number;
}

/** Nobody waits longer than this for a newer answer while an old one holds. */
const patienceMs = 1_000;
const restMs = 30_000;

/**
 * Asks once for many: answers are kept for a while, the same question asked twice at once is asked
 * once, and when asking fails or takes long the last answer holds a while longer.
 */
export function rememberAnswers<Value>(options: Remembering<Value>) {
  const { ask, freshForMs, holdsForMs, now } = options;
  const answers = createBoundedMap<string, Remembered<Value>>(options.limit);
  const asked = new Map<string, Promise<Value>>();

  function question(key: string): Promise<Value> {
    const underWay = asked.get(key);
    if (underWay) return underWay;
    const asking = ask(key)
      .then((value) => {
        answers.set(key, { value, at: now(), restsUntil: 0 });
        return value;
      })
      .finally(() => asked.delete(key));
    asked.set(key, asking);
    return asking;
  }

  return async function answer(key: string): Promise<Value> {
    const last = answers.get(key);
    if (!last || now() - last.at >= holdsForMs) return question(key);
    if (now() - last.at < freshForMs || now() < last.restsUntil) return last.value;
    try {
      return await withPatience(question(key));
    } catch {
      answers.set(key, { ...last, restsUntil: now() + restMs });
      return last.value;
    }
  };
}

/** The answer, or a rejection when it takes too long; the question goes on and is still kept. */
async function withPatience<Value>(answer: Promise<Value>): Promise<Value> {
  let timer: NodeJS.Timeout | undefined;
  const tooLong = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Error('This takes too long.'));
    }, patienceMs);
  });
  try {
    return await Promise.race([answer, tooLong]);
  } finally {
    clearTimeout(timer);
  }
}
