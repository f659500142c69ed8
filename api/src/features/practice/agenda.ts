import { escapeHtml } from '@last-mile/shared/library';
import type { PracticeSession } from '@last-mile/shared/practice';

/** Longer scenarios are read in the tab. */
const mostCharacters = 500;

/** What stands in a meeting about a session, as text to send and as HTML to write; it says itself in no language. */
export interface Agenda {
  readonly text: string;
  readonly html: string;
}

export function agendaOf(
  { title, minutes, scenario }: Pick<PracticeSession, 'title' | 'minutes' | 'scenario'>,
  link: string,
): Agenda {
  const heading = `${title} (${String(minutes)} min)`;
  const situation = shortened(scenario.trim());
  const lines = [heading, ...(situation === '' ? [] : [situation]), link];
  const paragraphs = lines.slice(0, -1).map((line) => `<p>${escapeHtml(line)}</p>`);
  const anchor = `<p><a href="${escapeHtml(link)}">Last Mile</a></p>`;
  return { text: lines.join('\n\n'), html: [...paragraphs, anchor].join('') };
}

function shortened(text: string): string {
  if (text.length <= mostCharacters) return text;
  const whole = text.slice(0, mostCharacters);
  return `${whole.slice(0, Math.max(whole.lastIndexOf(' '), 1)).trimEnd()} …`;
}
