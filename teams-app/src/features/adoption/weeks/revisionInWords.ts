import type { DashboardWeek } from '@last-mile/shared/adoption';
import type { Formats } from '../../../app/formats';
import { weeksTexts as texts } from './weeksTexts';

/** That a closed week was changed by late figures, and what it said before; null where it was not. */
export function revisionInWords(
  { revision }: Pick<DashboardWeek, 'revision'>,
  formats: Formats,
): string | null {
  if (revision === null) return null;
  const { changedAt, wasActive } = revision;
  return wasActive.state === 'known'
    ? texts.changed(
        formats.moment(changedAt),
        formats.number(wasActive.n),
        formats.number(wasActive.of),
      )
    : texts.changedFromUnknown(formats.moment(changedAt));
}
