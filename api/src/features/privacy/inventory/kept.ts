import { defaultRetentionDays, type RetentionKind } from '../retentionDays';

/** For how long, in words: a setting of the deployment, and what it is where nobody sets it. */
export const kept = (kind: RetentionKind, since = ''): string =>
  `${String(defaultRetentionDays[kind])} days${since && ` ${since}`} (setting \`${kind}\`).`;
