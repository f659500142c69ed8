import { createBoundedMap } from '../http/boundedMap';

export interface Remembering<Value> {
  readonly ask: (key: string) => Promise<Value>;
  /** How long an answer is taken without asking again. */
  readonly freshForMs: number;
  /** How long the last answer holds when asking fails. */
  readonly holdsForMs: number;
  readonly limit: number;
  readonly now: () => number;
}

/**
 * Asks once for many: answers are kept for a while, the same question asked twice at once is asked
 * once, and when asking fails the last answer holds a while longer before the failure is passed on.
 */
export function rememberAnswers<Value>(options: Remembering<Value>) {
  const { ask, freshForMs, holdsForMs, now } = options;
  const answers = createBoundedMap<string, { value: Value; at: number }>(options.limit);
  const asked = new Map<string, Promise<Value>>();

  async function askAgain(key: string): Promise<Value> {
    const last = answers.get(key);
    try {
      const value = await ask(key);
      answers.set(key, { value, at: now() });
      return value;
    } catch (error) {
      if (last && now() - last.at < holdsForMs) return last.value;
      throw error;
    } finally {
      asked.delete(key);
    }
  }

  return async function answer(key: string): Promise<Value> {
    const last = answers.get(key);
    if (last && now() - last.at < freshForMs) return last.value;
    let question = asked.get(key);
    if (!question) {
      question = askAgain(key);
      asked.set(key, question);
    }
    return question;
  };
}
