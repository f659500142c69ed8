import { readDraftSession, sessionNames } from '@last-mile/shared/on-send';
import { createOfficeCalls } from './officeCalls';
import { newKey } from './newKey';

const withinMs = 400;

/**
 * Writes down when a draft was opened. A draft that was saved and is opened again gets no start: how
 * long was drafted before is not known, and a short time would be a wrong one.
 */
export async function rememberOpening(kind: 'new' | 'again', now: () => number): Promise<void> {
  const openedAt = kind === 'new' ? now() : null;
  const { sessionData } = (Office.context.mailbox.item ?? {}) as Partial<Office.MessageCompose>;
  if (sessionData === undefined) return;
  const call = createOfficeCalls(withinMs);
  const known = readDraftSession(
    await call<object>((done) => {
      sessionData.getAllAsync(done);
    }),
  );
  // A new message raises both events, in either order.
  if (known.openedAt !== null || (known.key !== null && openedAt === null)) return;
  const draft = JSON.stringify({ key: known.key ?? newKey(), openedAt });
  await call<unknown>((done) => {
    sessionData.setAsync(sessionNames.draft, draft, done);
  });
}
