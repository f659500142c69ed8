/** What a message is expected to be stopped for; '' for nothing else. One entry a finding. */
export type Expected = `placeholder:${string}` | `client:${string}` | 'attachment';

/** An earlier filling of this draft, as a person would describe it. */
export interface EarlierFill {
  /** Values by placeholder. */
  readonly values: Readonly<Record<string, string>>;
  /** Who the message was addressed to at that moment. */
  readonly to: readonly string[];
  /** The text it put in. */
  readonly text: string;
}

/** A message about to be sent, and what is right to say of it. It shares nothing with the checker. */
export interface LabelledMessage {
  readonly name: string;
  readonly type: 'html' | 'text';
  readonly body: string;
  readonly subject: string;
  /** `Name <address>` or a bare address. */
  readonly to: readonly string[];
  readonly attachments: 'none' | 'file' | 'inlineImage';
  readonly fills: readonly EarlierFill[];
  readonly expected: readonly Expected[];
}

const ordinary = {
  subject: 'Our next steps',
  to: ['Marta Lindqvist <marta.lindqvist@northwind.example>'],
  attachments: 'none',
  fills: [],
} as const;

type Rest = Partial<Omit<LabelledMessage, 'name' | 'type' | 'body' | 'expected'>>;

/** A labelled message in HTML; what is not said is ordinary. */
export function html(
  name: string,
  body: string,
  expected: readonly Expected[] = [],
  rest: Rest = {},
): LabelledMessage {
  return { ...ordinary, ...rest, name, type: 'html', body, expected };
}

/** A labelled message in plain text. */
export function text(
  name: string,
  body: string,
  expected: readonly Expected[] = [],
  rest: Rest = {},
): LabelledMessage {
  return { ...ordinary, ...rest, name, type: 'text', body, expected };
}
