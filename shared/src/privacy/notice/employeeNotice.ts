import type {
  ActionKind,
  DashboardResponse,
  DraftSent,
  RedoAnswered,
  UsageEvent,
} from '../../adoption';

/** What a device sends of one thing, field by field; a new field needs words before it compiles. */
type Fields<Event> = Readonly<Record<Exclude<keyof Event, 'kind'>, string>>;

/** Parts of the dashboard that are figures. */
type Figure = Exclude<
  keyof DashboardResponse,
  'asOf' | 'programmeName' | 'timeZone' | 'targetActiveRate' | 'smallestGroup'
>;

interface Part<Key extends string> {
  readonly title: string;
  readonly lines: Readonly<Record<Key, string>>;
}

/**
 * What employees are told before Last Mile is used: a text to copy, true of the code as it is. Where the
 * code has a list (what counts, what is sent, what is shown), the text has to have it too.
 */
export interface EmployeeNotice {
  readonly title: string;
  readonly lead: string;
  readonly counted: Part<ActionKind | (DraftSent | RedoAnswered)['kind'] | 'directory'>;
  readonly sent: {
    readonly title: string;
    /** How the list of fields begins. */
    readonly of: Readonly<Record<'use' | 'draft' | 'answer', string>>;
    readonly use: Fields<UsageEvent>;
    readonly draft: Fields<DraftSent>;
    readonly template: Fields<NonNullable<DraftSent['template']>>;
    readonly answer: Fields<RedoAnswered>;
  };
  readonly figures: Part<Figure>;
  readonly never: Part<'messages' | 'assistants' | 'work' | 'ranking'>;
  readonly seen: Part<'you' | 'colleagues' | 'champions' | 'leaders' | 'siteOwners' | 'operators'>;
  /** What is deleted after a time carries the name that the time has as a setting of the API. */
  readonly kept: Part<
    | 'uses'
    | 'weeks'
    | 'feedbackWords'
    | 'practice'
    | 'times'
    | 'coaching'
    | 'library'
    | 'programme'
    | 'notices'
    | 'drafts'
    | 'marks'
    | 'sessions'
    | 'libraryDrafts'
    | 'roles'
    | 'audit'
    | 'erasures'
    | 'device'
    | 'settings'
  >;
  readonly choices: Part<'coaching' | 'name' | 'answers' | 'help' | 'ownData'>;
}

/** How a heading is marked, by its level. */
export type MarkHeading = (title: string, level: 1 | 2) => string;

/** The notice as it is read: parts of single sentences, in their order. */
export function noticeParts({
  sent,
  ...notice
}: EmployeeNotice): { readonly title: string; readonly lines: readonly string[] }[] {
  const { counted, figures, never, seen, kept, choices } = notice;
  const { of, use, draft, template, answer } = sent;
  const listed = (words: Readonly<Record<string, string>>) => Object.values(words).join('; ');
  const written = ({ title, lines }: Part<string>) => ({ title, lines: Object.values(lines) });
  return [
    written(counted),
    {
      title: sent.title,
      lines: [
        `${of.use}: ${listed(use)}.`,
        `${of.draft}: ${listed(draft)} (${listed(template)}).`,
        `${of.answer}: ${listed(answer)}.`,
      ],
    },
    ...[figures, never, seen, kept, choices].map(written),
  ];
}

/** The notice as one text, as it is copied, or with marked headings as a document. */
export function noticeAsText(
  notice: EmployeeNotice,
  mark: (title: string, level: 1 | 2) => string = (title) => title,
): string {
  return [
    mark(notice.title, 1),
    notice.lead,
    ...noticeParts(notice).flatMap(({ title, lines }) => [
      mark(title, 2),
      lines.map((line) => `- ${line}`).join('\n'),
    ]),
  ].join('\n\n');
}
