import { spokenLanguage } from '@last-mile/shared/language';

/** "14:05" today, "21 Nov, 14:05" before. */
export function formatMoment(at: Date, now: Date): string {
  return new Intl.DateTimeFormat(spokenLanguage().locale, {
    ...(at.toDateString() === now.toDateString() ? {} : { day: 'numeric', month: 'short' }),
    hour: '2-digit',
    minute: '2-digit',
  }).format(at);
}
