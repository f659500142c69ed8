import { dashboardResponse } from '@last-mile/shared/adoption';
import { meResponse } from '@last-mile/shared/programme';
import * as z from 'zod/mini';
import { answersKey as key } from './answersKey';

/** Figures of another week than the last say nothing, and nobody's answers stay on a device unused. */
const keptForMs = 7 * 24 * 3_600_000;

const keptAnswers = z.object({
  /** Whose answers they are: `tid.oid`. */
  account: z.string(),
  /** Milliseconds since 1970. */
  keptAt: z.number(),
  me: meResponse,
  /** Null for a person who may not see it. */
  dashboard: z.nullable(dashboardResponse),
});
type Answers = Pick<z.infer<typeof keptAnswers>, 'me' | 'dashboard'>;

/** The part of local storage that is used. */
export type AnswerStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** The last answers of one account, on this device (decision 0010). */
export interface AnswerStore {
  /** Null where there are none of this account; whatever else is kept is forgotten then. */
  read(): Answers | null;
  /** Replaces what is kept. Never throws: a browser that keeps nothing only starts slower. */
  write(answers: Answers): void;
  forget(): void;
}

/** Keeps the answers of `account`; where `storage` is undefined, nothing. No token is part of them. */
export function createAnswerStore(
  account: string,
  storage: AnswerStorage | undefined,
  now: () => number,
): AnswerStore {
  const forget = () => {
    storage?.removeItem(key);
  };
  return {
    read() {
      try {
        const text = storage?.getItem(key) ?? null;
        if (text === null) return null;
        const kept = keptAnswers.safeParse(JSON.parse(text));
        if (kept.success && kept.data.account === account) {
          const age = now() - kept.data.keptAt;
          if (age >= 0 && age < keptForMs) return kept.data;
        }
      } catch {
        // Not readable, as one of an older form.
      }
      forget();
      return null;
    },
    write({ me, dashboard }) {
      try {
        storage?.setItem(key, JSON.stringify({ account, keptAt: now(), me, dashboard }));
      } catch {
        // Full or forbidden. What is there is older than what was asked to be kept.
        forget();
      }
    },
    forget,
  };
}
