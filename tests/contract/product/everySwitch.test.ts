import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import {
  createListsOnLocalTenant,
  type ListsOnLocalTenant,
} from '../../../api/local-tenant/testing/listsOnLocalTenant';
import { likeliestSwitches, type TenantSwitches } from '../../../api/local-tenant/storage/switches';
import type { ListDefinition } from '../../../api/src/sync/listDefinition';
import { ListConflict } from '../../../api/src/sync/storedItem';

/** Every other position of every switch; one that is added has to be entered here to compile. */
const otherPositions: { readonly [Name in keyof TenantSwitches]: readonly TenantSwitches[Name][] } =
  {
    duplicateAnswer: ['sharePointWords400', 'nameAlreadyExists409'],
    staleETagAnswer: ['409'],
    thresholdAnswer: ['429', '500', '503'],
    indexedFilterOverThreshold: ['refused'],
    twoIndexedFields: ['allowed'],
    nonIndexedTail: ['considerIndexed'],
    olderPrefer: ['ignored'],
    orderby: ['refused'],
    listLimits: ['unenforced'],
    uniqueNeedsIndex: ['indexed'],
    deletedColumnValues: ['kept'],
    unknownFieldWords: ['doesNotExist'],
    lookupIdType: ['number'],
    mostPermissionScopes: [2],
    mostItems: [24],
    choiceOutsideList: ['refused'],
    requiredColumns: ['enforced'],
    copilotReportInV1: ['unknown'],
    reportVersion2: ['unknown'],
    expiredDirectoryDelta: ['syncStateNotFound400'],
    resyncCode: ['resyncChangesUploadDifferences'],
    defaultPageSize: [7, 100],
    maximumPageSize: [3],
    writeGrantCreatesLists: [true],
    fullControlAtPost: ['refused'],
    batchOrder: ['asSent'],
    mixedBatch: ['allowed'],
    innerErrorName: ['innererror'],
    dateTimePrecision: ['milliseconds'],
    versionsKept: [1],
    versionShape: ['whole'],
    slowEndpoint: ['untouched'],
    lookupThreshold: ['unenforced'],
    reportAnswer: ['stream200'],
    reportDownloadHost: ['reportsncu.office.com'],
    reportDownloadMinutes: [1],
    reportPageSize: [2],
    reportHeaders: ['otherOrderAndCase'],
    concealedNames: [false],
    groupEventsAppOnly: ['allowed'],
    repeatedTransaction: ['conflict409'],
    appNotInstalledAnswer: ['404'],
    unreadableList: ['404'],
    withdrawnConsent: ['tokenWithoutRoles'],
    userConsent: ['adminsOnly'],
    keyOverlapHours: [0],
    version1Audience: ['clientId'],
    peopleMakeSites: ['refused'],
    newSiteStatus: ['1', '0'],
    existingSiteStatus: ['4'],
    missingSiteStatus: ['1'],
    licences: [50_001],
    enforceLimits: [false],
    throttledAnswer: ['503'],
  };

const cases = Object.entries(otherPositions).flatMap(([name, values]) =>
  (values as readonly unknown[]).map((value) => [name, value] as const),
);

const definitions: readonly ListDefinition[] = [
  {
    name: 'Feedback',
    columns: [
      { name: 'Title', type: 'text' },
      { name: 'Words', type: 'multilineText' },
    ],
  },
];

const wordsOf = (world: ListsOnLocalTenant) =>
  world.held('Feedback').map((item) => item.fields['Words']);

async function append(world: ListsOnLocalTenant, words: string): Promise<string> {
  const clientKey = randomUUID();
  const item = { clientKey, actorId: 'person-1', fields: { Words: words } };
  await world.database.transaction((tx) => world.lists.stores.Feedback.append(tx, item));
  return clientKey;
}

test.each(cases)(
  'the product delivers, settles a lost answer, syncs, edits and starts over with %s at %s',
  { timeout: 60_000 },
  async (name, value) => {
    expect(Object.entries(likeliestSwitches)).not.toContainEqual([name, value]);
    const switches = { ...likeliestSwitches, [name]: value };
    const world = await createListsOnLocalTenant({ definitions, switches });
    try {
      const feedback = world.lists.stores.Feedback;
      // More than a batch and more than the smallest page.
      const sent = Array.from({ length: 23 }, (_, at) => `flag ${at}`);
      const keys: string[] = [];
      for (const words of sent) keys.push(await append(world, words));
      world.tenant.faults.dropAfterWrite({ path: '$batch', times: 1 });
      await world.lists.deliverNow();
      await world.lists.deliverNow();
      expect(wordsOf(world).sort()).toEqual([...sent].sort());
      expect(await world.lists.status()).toMatchObject({ waiting: 0, parked: 0 });

      await world.lists.syncNow();
      world.editByHand('Feedback', '2', { Words: 'by hand' });
      world.removeByHand('Feedback', '3');
      await world.lists.syncNow();
      const known = async () =>
        (await feedback.all())
          .map((item) => item.fields['Words'])
          .map(String)
          .sort();
      expect(await known()).toEqual(wordsOf(world).map(String).sort());

      const first = await feedback.get(keys[5] ?? '');
      const change = (words: string) => ({ actorId: 'person-2', fields: { Words: words } });
      await feedback.edit(first?.clientKey ?? '', first?.eTag ?? '', change('edited'));
      const late = feedback.edit(first?.clientKey ?? '', first?.eTag ?? '', change('too late'));
      await expect(late).rejects.toThrow(ListConflict);

      world.removeByHand('Feedback', '4');
      world.tenant.faults.expireDeltaTokens();
      await world.lists.syncNow();
      expect(await known()).toEqual(wordsOf(world).map(String).sort());
      expect(await known()).toHaveLength(21);
    } finally {
      await world.close();
    }
  },
);
