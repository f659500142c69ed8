/** How figures, days and moments are written in the host's locale. */
export interface Formats {
  /** A whole number, for example `1,204`. */
  readonly number: (value: number) => string;
  /** A share between 0 and 1 as a whole percentage, for example `71%`. */
  readonly percent: (share: number) => string;
  /** Percentage points with their sign, for example `+49`. */
  readonly points: (points: number) => string;
  /** Minutes to a tenth with their unit, for example `5.2 min`. */
  readonly minutes: (minutes: number) => string;
  /** A number to a tenth, for example `1.5`. */
  readonly decimal: (value: number) => string;
  /** A calendar day (`YYYY-MM-DD`), for example `12 Oct 2026`. */
  readonly day: (day: string) => string;
  /** A calendar day without its year, for axes and dense tables: `12 Oct`. */
  readonly shortDay: (day: string) => string;
  /** From one calendar day to another: `29 Jun – 22 Nov 2026`. */
  readonly days: (from: string, to: string) => string;
  /** A moment in the reader's time zone, for example `23 Nov 2026, 21:13`. */
  readonly moment: (instant: string) => string;
  /** A language by its BCP 47 tag, for example `German`; what is no tag stays as it is. */
  readonly language: (tag: string) => string;
}

/** Formats for `locale`; an unknown locale falls back to the browser's own. */
export function createFormats(locale: string): Formats {
  const wanted = supported(locale);
  const number = new Intl.NumberFormat(wanted);
  const percent = new Intl.NumberFormat(wanted, { style: 'percent', maximumFractionDigits: 0 });
  const points = new Intl.NumberFormat(wanted, {
    signDisplay: 'exceptZero',
    maximumFractionDigits: 0,
  });
  const minutes = new Intl.NumberFormat(wanted, {
    style: 'unit',
    unit: 'minute',
    unitDisplay: 'short',
    maximumFractionDigits: 1,
  });
  const decimal = new Intl.NumberFormat(wanted, { maximumFractionDigits: 1 });
  // A calendar day has no time zone: it is read and written in UTC so that it never moves.
  const day = new Intl.DateTimeFormat(wanted, { dateStyle: 'medium', timeZone: 'UTC' });
  const shortDay = new Intl.DateTimeFormat(wanted, {
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  const moment = new Intl.DateTimeFormat(wanted, { dateStyle: 'medium', timeStyle: 'short' });
  return {
    number: (value) => number.format(value),
    percent: (share) => percent.format(share),
    points: (value) => points.format(value),
    minutes: (value) => minutes.format(value),
    decimal: (value) => decimal.format(value),
    day: (value) => day.format(dayStart(value)),
    shortDay: (value) => shortDay.format(dayStart(value)),
    days: (from, to) => day.formatRange(dayStart(from), dayStart(to)),
    moment: (instant) => moment.format(new Date(instant)),
    language: (tag) => {
      try {
        return new Intl.DisplayNames(wanted, { type: 'language' }).of(tag) ?? tag;
      } catch {
        return tag;
      }
    },
  };
}

function dayStart(day: string): Date {
  return new Date(`${day}T00:00:00Z`);
}

function supported(locale: string): string | undefined {
  try {
    return Intl.DateTimeFormat.supportedLocalesOf([locale])[0];
  } catch {
    return undefined;
  }
}
