import { savedTimeFields } from '../../src/features/checkpoints/savedTimeList';
import { deliver, type ListsGround } from './fillLists';
import type { SampleUsage } from './fillUsage';
import { sampleKey } from './sampleKeys';
import { savedTimeOf } from './savedTimeModel';

/** Adds what people answered by now of where saved time went. */
export async function fillSavedTime(
  { database, lists, programme, now }: ListsGround,
  usage: SampleUsage['actions'],
): Promise<void> {
  const answers = savedTimeOf(usage, programme.startsOn)
    .filter(({ at }) => Date.parse(at) <= now.getTime())
    .map(({ person: { user }, month, use, at }) => {
      const person = sampleKey(`saved time of ${user.id}`);
      return {
        ...{ clientKey: sampleKey(`saved time of ${user.id} in ${month}`), actorId: person },
        fields: savedTimeFields({ person, month, use, at, programmeKey: programme.clientKey }),
      };
    });
  await database.transaction((tx) => lists.stores.SavedTime.appendAll(tx, answers));
  await deliver(lists);
}
