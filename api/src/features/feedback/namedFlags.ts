import type { NamedFlag } from '@last-mile/shared/feedback';
import type { Read } from './readFeedback';

/** Nothing of a flag without a name: a person is never looked up for one (docs/decisions/0020). */
export function toNamedFlag({ clientKey, record }: Read): NamedFlag[] {
  const { kind, named, reporter: userId, submittedAt } = record;
  return kind === 'flag' && named ? [{ clientKey, userId, submittedAt }] : [];
}
