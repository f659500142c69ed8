import type { DraftFill } from './draftFill';

/**
 * What a draft's own session data keeps, by name. The pane writes `fills`, `idle` and `task`, the
 * events write `draft`: no two write the same one. All of it ends with the draft and none is sent
 * along with the message (docs/decisions/0011).
 */
export const sessionNames = {
  fills: 'lastMile.inserted',
  draft: 'lastMile.draft',
  idle: 'lastMile.idle',
  task: 'lastMile.task',
} as const;

/** The draft as its session data tells of it; whatever is missing or broken counts as not told. */
export interface DraftSession {
  readonly fills: readonly DraftFill[];
  /** The key its observation will have, however often its send is tried. */
  readonly key: string | null;
  /** When it was opened, in milliseconds since 1970; null when it was opened again later. */
  readonly openedAt: number | null;
  readonly idleMs: number;
  readonly taskKey: string | null;
}

/** Reads the answer of `sessionData.getAllAsync`. */
export function readDraftSession(values: unknown): DraftSession {
  const draft = parsed(fieldOf(values, sessionNames.draft));
  const idle = Number(fieldOf(values, sessionNames.idle));
  return {
    fills: readFills(fieldOf(values, sessionNames.fills)),
    key: asText(fieldOf(draft, 'key')),
    openedAt: asNumber(fieldOf(draft, 'openedAt')),
    idleMs: isFinite(idle) ? Math.max(0, idle) : 0,
    taskKey: asText(fieldOf(values, sessionNames.task)),
  };
}

/** Fillings as `sessionData` keeps them under their name; what is none is left out. */
export function readFills(text: unknown): DraftFill[] {
  const fills = parsed(text);
  return Array.isArray(fills) ? fills.filter(isFill) : [];
}

/** Outlook takes 50,000 characters for all names together; the others need a few hundred. */
const longestFills = 45_000;

/** Fillings to keep in `sessionData`: where they would not fit, the earliest lose their paragraphs first. */
export function writeFills(fills: readonly DraftFill[]): string {
  const kept = fills.slice();
  let text = JSON.stringify(kept);
  for (let at = 0; text.length > longestFills && at < kept.length; at += 1) {
    const fill = kept[at];
    if (fill !== undefined) kept[at] = Object.assign({}, fill, { paragraphs: null });
    text = JSON.stringify(kept);
  }
  return text.length > longestFills ? '[]' : text;
}

function isFill(value: unknown): value is DraftFill {
  const client = fieldOf(value, 'client');
  const paragraphs = fieldOf(value, 'paragraphs');
  return (
    asText(fieldOf(value, 'itemKey')) !== null &&
    asNumber(fieldOf(value, 'version')) !== null &&
    (paragraphs === null || areTexts(paragraphs)) &&
    areTexts(fieldOf(value, 'open')) &&
    areTexts(fieldOf(client, 'names')) &&
    areTexts(fieldOf(client, 'domains'))
  );
}

const areTexts = (value: unknown) =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');
const asText = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);
const asNumber = (value: unknown) => (typeof value === 'number' && isFinite(value) ? value : null);

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null
    ? (value as Record<string, unknown>)[name]
    : undefined;
}

function parsed(text: unknown): unknown {
  if (typeof text !== 'string') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
