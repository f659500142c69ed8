const hour = 3_600_000;
const week = 7 * 24 * hour;

/**
 * The use to ask "Did you have to redo it?" about: the latest one that is over (an hour old), still
 * remembered (a week), and later than the last question; null for none, and within a week of that
 * question. Ignoring it is an answer too: `askedAt` is when it was shown.
 */
export function redoQuestionAbout<Use extends { readonly at: Date }>(
  uses: readonly Use[],
  { askedAt, now }: { readonly askedAt: Date | null; readonly now: Date },
): Use | null {
  if (askedAt !== null && now.getTime() - askedAt.getTime() < week) return null;
  return uses
    .filter(({ at }) => {
      const age = now.getTime() - at.getTime();
      return age >= hour && age <= week && (askedAt === null || at > askedAt);
    })
    .reduce<Use | null>((last, use) => (last === null || use.at >= last.at ? use : last), null);
}
