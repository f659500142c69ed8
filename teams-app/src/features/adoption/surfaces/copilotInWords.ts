import type { CopilotReport } from '@last-mile/shared/adoption';
import { addDays } from '@last-mile/shared/calendar';
import type { Formats } from '../../../app/formats';
import { surfacesTexts as texts } from './surfacesTexts';

/** A report may lag three days (72 hours); older than this, in days, it is stale. */
const staleAfterDays = 4;

export interface CopilotWords {
  /** Something is to be done, or figures are missing. */
  readonly attention: boolean;
  readonly sentences: readonly string[];
}

/** What is known of Copilot, what is not, and for an admin what to change. */
export function copilotInWords(
  report: CopilotReport,
  { asOf, admin }: { asOf: string; admin: boolean },
  { day }: Pick<Formats, 'day'>,
): CopilotWords {
  switch (report.state) {
    case 'none':
      return { attention: false, sentences: [texts.none] };
    case 'refused':
      return {
        attention: true,
        sentences: [texts.refused(report.detail), admin ? texts.refusedAdmin : texts.refusedOthers],
      };
    case 'concealed':
      return {
        attention: true,
        sentences: [
          texts.concealed(day(report.reportedOn)),
          admin ? texts.concealedAdmin : texts.concealedOthers,
        ],
      };
    case 'known': {
      const stale = report.reportedOn < addDays(asOf.slice(0, 10), -staleAfterDays);
      const on = day(report.reportedOn);
      return {
        attention: stale || report.missingDays > 0,
        sentences: [
          stale ? texts.stale(on) : texts.upToDate(on),
          ...(report.missingDays > 0 ? [texts.missing(report.missingDays)] : []),
        ],
      };
    }
  }
}
