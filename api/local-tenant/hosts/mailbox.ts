/** A message as the Outlook page sent it. */
interface SentMessage {
  readonly id: string;
  readonly sentAt: string;
  readonly to: readonly unknown[];
  readonly cc: readonly unknown[];
  readonly subject: string;
  readonly format: 'html' | 'text';
  readonly body: string;
  readonly attachments: readonly unknown[];
}

/** Each person's sent items and roaming settings, for as long as the local tenant runs. */
export interface Mailboxes {
  sent(userId: string): readonly SentMessage[];
  /** Undefined when what came is no message. */
  send(userId: string, message: unknown): SentMessage | undefined;
  roamingSettings(userId: string): Readonly<Record<string, unknown>>;
  setRoamingSettings(userId: string, settings: unknown): boolean;
}

const mostKeptMessages = 200;
const longestRoamingSettings = 32 * 1024;

export function createMailboxes(now: () => Date): Mailboxes {
  const sent = new Map<string, SentMessage[]>();
  const settings = new Map<string, Readonly<Record<string, unknown>>>();
  let lastId = 0;
  return {
    sent: (userId) => sent.get(userId) ?? [],
    send(userId, message) {
      if (!isObject(message)) return undefined;
      const { to, cc, subject, format, body, attachments } = message;
      if (!Array.isArray(to) || typeof subject !== 'string' || typeof body !== 'string') {
        return undefined;
      }
      lastId += 1;
      const kept: SentMessage = {
        id: String(lastId),
        sentAt: now().toISOString(),
        to,
        cc: Array.isArray(cc) ? cc : [],
        subject,
        format: format === 'text' ? 'text' : 'html',
        body,
        attachments: Array.isArray(attachments) ? attachments : [],
      };
      sent.set(userId, [kept, ...(sent.get(userId) ?? [])].slice(0, mostKeptMessages));
      return kept;
    },
    roamingSettings: (userId) => settings.get(userId) ?? {},
    setRoamingSettings(userId, values) {
      if (!isObject(values) || JSON.stringify(values).length > longestRoamingSettings) return false;
      settings.set(userId, values);
      return true;
    },
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
