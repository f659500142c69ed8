import type * as z from 'zod/mini';
import type { Issue } from './problem';

/**
 * What can be wrong at one place of what somebody sent, and what the API says of it: the codes are for
 * programs, the sentences for who writes one. `#` stands for the issue's limit. A schema names one of
 * these codes as its `error`; what a person reads is said by the apps, in their language.
 */
export const issueSentences = {
  empty: 'Write something here.',
  oneLine: 'Use one line only.',
  tooLong: 'Use at most # characters.',
  tooShort: 'Use at least # characters.',
  tooMany: 'Use at most #.',
  tooFew: 'Use at least #.',
  tooLarge: 'Use # or less.',
  tooSmall: 'Use # or more.',
  wrongForm: 'This is not in the form that is taken here.',
  unknownValue: 'This is none of the values that are taken here.',
  unknownField: 'This field is not known.',
  notStorable: 'Use characters that can be stored.',
  nestedTooDeep: 'This is nested too deep.',
  sentTwice: 'Send this once.',
  namedTwice: 'This is named twice.',

  uuid: 'Use a UUID.',
  uuids: 'Use UUIDs with commas between.',
  instant: 'Use an ISO 8601 date and time.',
  day: 'Use a date as YYYY-MM-DD.',
  week: 'Use a week as 2026-W48.',
  noSuchWeek: 'This year has no such week.',
  wholeNumber: 'Use a whole number.',
  pageSize: 'Use a number from 1 to #.',
  webAddress: 'Use an address that starts with http:// or https://.',

  placeholderName: 'Use letters, digits, spaces, dots, hyphens and underscores, at most 60.',
  nothingSafe: 'Nothing is left when what is unsafe in an email is taken out.',
  itemKind: 'Write “prompt” or “template”.',
  exportedParts: 'Leave this empty, or as an export of a library has it.',
  moreColumns: 'This row has more columns than the first row, which has #.',
  unclosedText: 'A quotation mark in this row never closes.',
  facetValues: 'Use values that the answer counts, a line each.',
  flagReason: 'A flag needs a reason; a suggestion has none.',
  pageEnd: 'Use what the page before answered.',
  notInProgramme: 'Choose a person of this programme.',
  noSuchFamily: 'The programme has no such job family.',
  taskNotMapped: 'Choose a task that is mapped here.',
  sharesNoLibrary: 'This programme shares no library.',
  usageColumns:
    'Send Copilot’s usage report as Microsoft exports it, or a CSV with the columns user, date and count.',
  noRows: 'The file has no rows.',
  noWeekClosed: 'No week is closed yet.',
  weekNotRun: 'Choose a week of the programme that has begun.',
  weekNotClosed: 'Ask for a closed week that was measured.',
} as const satisfies Readonly<Record<string, string>>;
export type IssueCode = keyof typeof issueSentences;

/** The issue that `code` names, at `path`. */
export function issueAt(path: string, code: IssueCode, limit?: number): Issue {
  const message = issueSentences[code].replace('#', String(limit ?? ''));
  return { path, code, ...(limit === undefined ? {} : { limit }), message };
}

/** What a schema refused, place by place. An unknown field is an issue of the field, not of what is around it. */
export function issuesOf(error: z.core.$ZodError): Issue[] {
  return error.issues.flatMap((refused) => {
    const paths =
      refused.code === 'unrecognized_keys'
        ? refused.keys.map((key) => [...refused.path, key])
        : [refused.path];
    return paths.map((path) => toIssue(path.map(String).join('.'), refused));
  });
}

function toIssue(path: string, refused: z.core.$ZodIssue): Issue {
  if (refused.message in issueSentences) {
    return issueAt(path, refused.message as IssueCode, limitOf(refused));
  }
  const { code, limit } = meaningOf(refused);
  const said = issueAt(path, code, limit);
  // Zod says in detail what form or which values it takes, once it has a language.
  const isDetailed = code === 'wrongForm' || code === 'unknownValue';
  return isDetailed && refused.message !== 'Invalid input'
    ? { ...said, message: refused.message }
    : said;
}

/** What a check of ours names as its limit. */
function limitOf(refused: z.core.$ZodIssue): number | undefined {
  const limit: unknown = refused.code === 'custom' ? refused.params?.['limit'] : undefined;
  return typeof limit === 'number' ? limit : undefined;
}

function meaningOf(refused: z.core.$ZodIssue): { code: IssueCode; limit?: number } {
  switch (refused.code) {
    case 'unrecognized_keys':
      return { code: 'unknownField' };
    case 'invalid_value':
      return { code: 'unknownValue' };
    case 'too_big': {
      const limit = Number(refused.maximum);
      if (refused.origin === 'string') return { code: 'tooLong', limit };
      return { code: refused.origin === 'array' ? 'tooMany' : 'tooLarge', limit };
    }
    case 'too_small': {
      const limit = Number(refused.minimum);
      if (refused.origin === 'string') {
        return limit === 1 ? { code: 'empty' } : { code: 'tooShort', limit };
      }
      return { code: refused.origin === 'array' ? 'tooFew' : 'tooSmall', limit };
    }
    default:
      return { code: 'wrongForm' };
  }
}
