import { people, type TestProduct } from '../testProduct';

/** Maps a task in a programme, as it stands in SharePoint; answers its key. */
export async function mapTask(
  it: TestProduct,
  programmeKey: string,
  task: string,
): Promise<string> {
  const clientKey = crypto.randomUUID();
  const fields = { Title: task, JobFamily: 'audit', Purpose: null, Steps: '[]' };
  await it.database.transaction((tx) =>
    it.product.lists.stores.Workflows.append(tx, {
      ...{ clientKey, actorId: people.alice },
      fields: { ...fields, ProgrammeKey: programmeKey },
    }),
  );
  await it.settle();
  return clientKey;
}
