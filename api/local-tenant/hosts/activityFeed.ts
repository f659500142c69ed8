import { activityTypes } from '@last-mile/shared/feedback';
import type { ActivityNotification } from '../storage/directoryRecords';
import type { DisplayLanguage } from './pageLayout';

/** A notification as Teams' activity feed shows it. */
export interface ShownNotification {
  /** The template that the app's manifest declares for its type, filled in. */
  readonly title: string;
  readonly preview: string;
  readonly at: string;
  /** Where in these pages the deep link leads. */
  readonly href: string;
}

/** Shows a person's feed as Teams would: words from the manifest, and links that stay in this tenant. */
export function showActivityFeed(
  feed: readonly ActivityNotification[],
  language: DisplayLanguage,
): ShownNotification[] {
  return feed.map(({ activityType, at, body }) => ({
    title: titleOf(activityType, body, language),
    preview: textAt(body, 'previewText', 'content'),
    at,
    href: `/teams?${new URLSearchParams({ subPageId: placeOf(textAt(body, 'topic', 'webUrl')) })}`,
  }));
}

function titleOf(type: string, body: ActivityNotification['body'], language: DisplayLanguage) {
  const declared = Object.entries(activityTypes).find(([name]) => name === type)?.[1];
  const { templateText } = declared?.[language === 'de-DE' ? 'de' : 'en'] ?? { templateText: type };
  const given = body['templateParameters'];
  const parameters = new Map(
    (Array.isArray(given) ? (given as { name: string; value: string }[]) : []).map(
      ({ name, value }) => [name, value],
    ),
  );
  return templateText.replace(/\{(\w+)\}/g, (_, name: string) => parameters.get(name) ?? '');
}

function textAt(body: ActivityNotification['body'], outer: string, inner: string): string {
  const value = (body[outer] as Record<string, unknown> | undefined)?.[inner];
  return typeof value === 'string' ? value : '';
}

/** The place in the tab that a deep link names in its context. */
function placeOf(link: string): string {
  const context = URL.canParse(link) ? new URL(link).searchParams.get('context') : null;
  const { subEntityId } = JSON.parse(context ?? '{}') as { subEntityId?: string };
  return subEntityId ?? '';
}
