import type { GraphClient } from './graphClient';
import { GraphError } from './graphError';

/** What one person shall find in Teams' activity feed. */
export interface ActivityNotification {
  /** Object id of the person. */
  readonly userId: string;
  /** Declared in the app's manifest; its template is the notification's first line. */
  readonly activityType: string;
  readonly templateParameters: Readonly<Record<string, string>>;
  /** At most 150 characters are shown. */
  readonly preview: string;
  /** What it is about, and the deep link that opens it. */
  readonly topic: string;
  readonly link: string;
  /** A later notification of the same chain takes the place of this one. */
  readonly chainId: number;
}

/** Why Graph does not tell a person. */
export type NotTold = 'notInstalled' | 'notPermitted' | 'refused';

/**
 * Tells one person. Answers why Graph did not, where asking again at once would change nothing; throws
 * GraphError where it may (throttled, away, or an answer that was lost: then the person may have been
 * told).
 * @see https://learn.microsoft.com/graph/api/userteamwork-sendactivitynotification
 */
export async function sendActivityNotification(
  graph: GraphClient,
  notification: ActivityNotification,
): Promise<'told' | NotTold> {
  const { userId, activityType, templateParameters, preview, topic, link, chainId } = notification;
  try {
    await graph.post(`/users/${encodeURIComponent(userId)}/teamwork/sendActivityNotification`, {
      topic: { source: 'text', value: topic, webUrl: link },
      activityType,
      chainId,
      previewText: { content: preview },
      templateParameters: Object.entries(templateParameters).map(([name, value]) => ({
        name,
        value,
      })),
    });
    return 'told';
  } catch (error) {
    const reason = error instanceof GraphError ? whyNotTold(error) : null;
    if (reason === null) throw error;
    return reason;
  }
}

/** Teams says 403 for both: in words only whether the app may not, or is not there. */
function whyNotTold({ status, message }: GraphError): NotTold | null {
  if (status === 403 && /missing (role|scope) permissions/i.test(message)) return 'notPermitted';
  if (status === 403 || status === 404) return 'notInstalled';
  return status === 400 ? 'refused' : null;
}
