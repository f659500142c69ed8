import { randomBytes, randomUUID } from 'node:crypto';
import * as z from 'zod/mini';
import { findApplication } from './applications';
import { requireAppWriter } from './directoryAccess';
import { context, ok, toGraphTime, type GraphHandler } from './graphCall';
import { directoryBadRequest } from './graphFailure';

const twoYearsMs = 2 * 365 * 86_400_000;
const asked = z.strictObject({
  passwordCredential: z._default(
    z.strictObject({
      displayName: z._default(z.nullable(z.string()), null),
      endDateTime: z.optional(z.iso.datetime({ offset: true })),
    }),
    { displayName: null },
  ),
});

/** POST /applications/{id}/addPassword: the secret is told here and never again. */
export const addPassword: GraphHandler = (call, at, ground) => {
  requireAppWriter(call, ground);
  const application = findApplication(at['application'] ?? '', ground);
  const read = asked.safeParse(call.body ?? {});
  if (!read.success) throw directoryBadRequest("Invalid value for 'passwordCredential'.");
  const { displayName, endDateTime } = read.data.passwordCredential;
  const secretText = randomBytes(30).toString('base64url');
  const now = ground.now();
  const credential = {
    ...{ keyId: randomUUID(), displayName, hint: secretText.slice(0, 3) },
    startDateTime: toGraphTime(now),
    endDateTime: endDateTime ?? toGraphTime(new Date(now.getTime() + twoYearsMs)),
  };
  const held = application.body.passwordCredentials ?? [];
  ground.journal.commit({
    kind: 'registration',
    registration: {
      ...application,
      body: { ...application.body, passwordCredentials: [...held, credential] },
    },
  });
  return ok({
    '@odata.context': context('microsoft.graph.passwordCredential'),
    ...credential,
    secretText,
  });
};
