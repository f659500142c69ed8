import { createPersonDigest } from '../../src/features/adoption/facts/subjects';
import { outreachFields } from '../../src/features/coaching/coachingList';
import { deliver, type ListsGround } from './fillLists';
import type { SampleUsage } from './fillUsage';
import { outreachesOf } from './outreachModel';
import { featuredId } from './people';
import { sampleKey } from './sampleKeys';

/** Adds whom champions reached out to by now. Who came back follows from what people did, and from nothing here. */
export async function fillCoaching(
  ground: ListsGround & { readonly coachingKey: string },
  usage: SampleUsage,
): Promise<void> {
  const { database, tenantId, lists, programme, now } = ground;
  const digest = createPersonDigest(ground.coachingKey);
  const by = featuredId('owner');
  const items = outreachesOf(usage, programme.startsOn)
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .map(({ person: { user }, ...outreach }) => {
      const { at, outcome } = outreach;
      return {
        ...{ clientKey: sampleKey(`outreach to ${user.id} at ${at}`), actorId: by },
        fields: outreachFields({
          ...{ ...outreach, by, note: null, programmeKey: programme.clientKey },
          person: digest({ tenantId, userId: user.id }).toString('hex'),
          outcomeAt: outcome === null ? null : at,
        }),
      };
    });
  await database.transaction((tx) => lists.stores.Coaching.appendAll(tx, items));
  await deliver(lists);
}
