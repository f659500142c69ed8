/** How many days each kind of record is kept; facts have their 180 days of their own. */
export const defaultRetentionDays = {
  /** Words of feedback that is closed, counted from its closing; what came of it stays. */
  feedbackWords: 730,
  /** Check-ins and practised exercises. */
  practice: 730,
  /** Outreaches of coaching. */
  coaching: 730,
  /** Timed steps, and where saved time went. */
  times: 730,
  /** Programmes that were begun and left alone, and what was said of lines of the owner's week. */
  drafts: 365,
  marks: 365,
  /** What somebody was told last of a thing, from when they were told. */
  notices: 365,
  /** Sessions of building together, from the last that was added, drafted or closed in one. */
  sessions: 365,
  /** Drafts of the library that nobody changed: they are retired, and nothing of them is deleted. */
  libraryDrafts: 365,
  /** Roles as last seen, from the last sign-in that said them. */
  roles: 180,
  audit: 730,
  /** That somebody was erased: longer than any backup of the database is kept. */
  erasures: 400,
} as const satisfies Readonly<Record<string, number>>;

export type RetentionKind = keyof typeof defaultRetentionDays;
export type RetentionDays = Readonly<Record<RetentionKind, number>>;

/** Fewer would take away what figures of a running programme rest on. */
export const leastRetentionDays = 120;
const mostRetentionDays = 3_650;

/** Reads `coaching=365,audit=1095`; what is not named keeps its default. Null where it says something else. */
export function readRetentionDays(text: string): RetentionDays | null {
  const days: Record<string, number> = { ...defaultRetentionDays };
  for (const part of text.split(',').map((each) => each.trim())) {
    if (part === '') continue;
    const [, kind = '', count = ''] = /^(\w+)=(\d{1,5})$/.exec(part) ?? [];
    const asked = Number(count);
    if (!Object.hasOwn(defaultRetentionDays, kind)) return null;
    if (asked < leastRetentionDays || asked > mostRetentionDays) return null;
    days[kind] = asked;
  }
  return days as RetentionDays;
}
