import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  allScopes,
  createSiteStage,
  programmeGroup,
  siteUrl,
  stagePeople,
  type SiteStage,
} from '../../../local-tenant/testing/siteStage';
import { localSiteId } from '../../../local-tenant/localTenant';
import { listDefinitions } from '../../lists';
import type { ListName } from '../../sync/listDefinition';
import type { StepGround, StepPlan } from '../step';
import { sharePointStep } from './sharePointStep';

let stage: SiteStage;
let ground: StepGround;

beforeEach(async () => {
  stage = await createSiteStage();
  ground = stage.ground();
});
afterEach(async () => {
  await stage.tenant.close();
});

const whats = (plan: StepPlan) => plan.changes.map(({ what }) => what);
async function run(on: StepGround = ground): Promise<StepPlan> {
  const plan = await sharePointStep.plan(on);
  expect(plan.conflicts).toEqual([]);
  for (const change of plan.changes) await change.apply();
  return plan;
}
const idOf = (name: ListName) =>
  stage.tenant.sharePoint.lists().find(({ displayName }) => displayName === name)!.id;
const rightsOf = (name: ListName, person: keyof typeof stagePeople) =>
  stage.tenant.sharePoint.rightsOn(idOf(name), stagePeople[person]);
const addItem = (name: ListName, fields: Record<string, unknown>) =>
  ground.graph.post(`/sites/${localSiteId}/lists/${idOf(name)}/items`, { fields });
const web = () => ground.sharePoint(siteUrl);

describe('an empty site', () => {
  test('gets every list, its permissions and the app’s access, and hands the site over', async () => {
    const plan = await run();
    const { length } = listDefinitions;
    expect(plan.changes).toHaveLength(2 * length + 1);
    expect(await plan.outcome()).toEqual({
      handOver: { ...ground.handOver, sharepoint: { siteId: localSiteId, siteUrl } },
      byHand: [],
    });
    expect(whats(await sharePointStep.plan(ground))).toEqual([]);
  });

  test('keeps what tells of persons to its owners, and lets nobody but a programme’s people read the rest', async () => {
    await run();
    const programme = { Title: 'Everyday AI', GroupId: programmeGroup, ClientKey: 'p1' };
    await addItem('Programmes', programme);
    const again = await run();
    expect(whats(again)).toEqual([
      'let the people of Everyday AI read the lists that are for all (Last Mile Visitors)',
    ]);
    const read = listDefinitions.filter(({ name }) => rightsOf(name, 'ben') !== 'none');
    expect(read.map(({ name }) => name)).toEqual([
      'Library',
      'Workflows',
      'Programmes',
      'AssistantChanges',
    ]);
    for (const { name } of listDefinitions) {
      expect([name, rightsOf(name, 'ada')]).toEqual([name, 'owner']);
      expect([name, rightsOf(name, 'cora')]).toEqual([name, 'none']);
      expect(['none', 'read']).toContain(rightsOf(name, 'ben'));
    }
    expect(whats(await sharePointStep.plan(ground))).toEqual([]);
  });

  test('is not touched by a plan', async () => {
    await sharePointStep.plan(ground);
    expect(stage.tenant.sharePoint.lists()).toEqual([]);
  });

  test('must be named', async () => {
    const plan = await sharePointStep.plan({ ...ground, site: undefined });
    expect(plan.conflicts).toEqual([expect.stringContaining('No site was named (--site).')]);
  });
});

describe('what somebody changed by hand', () => {
  test('in the permissions of a list is told and put right', async () => {
    await run();
    const coaching = `/web/lists(guid'${idOf('Coaching')}')`;
    await web().post(
      `${coaching}/roleassignments/addroleassignment(principalid=5,roledefid=1073741826)`,
    );
    await web().post(`/web/lists(guid'${idOf('Feedback')}')/resetroleinheritance`);
    expect([rightsOf('Coaching', 'cora'), rightsOf('Feedback', 'cora')]).toEqual(['read', 'write']);
    const plan = await run();
    expect(plan.changes).toMatchObject([
      { what: 'let Last Mile Owners open Feedback, nobody else' },
      {
        what: 'let Last Mile Owners open Coaching, nobody else',
        why: 'its permissions are other ones now: Last Mile Members Read is too much',
      },
    ]);
    expect([rightsOf('Coaching', 'cora'), rightsOf('Feedback', 'cora')]).toEqual(['none', 'none']);
  });

  test('in the app’s access is told and put right', async () => {
    await run();
    const path = `/sites/${localSiteId}/permissions`;
    const [grant] = (await ground.graph.getAll(path)) as { id: string }[];
    await ground.graph.patch(`${path}/${grant!.id}`, { roles: ['read'] });
    expect(whats(await run())).toEqual([expect.stringMatching(/^let Last Mile \(.*\) write/)]);
  });

  test('in a list’s name is a conflict, for its items would be left behind', async () => {
    await run();
    stage.tenant.sharePoint.rename(idOf('Feedback'), 'Rückmeldungen');
    const plan = await sharePointStep.plan(ground);
    expect(plan.conflicts).toEqual([
      expect.stringContaining('Somebody renamed the list Feedback to Rückmeldungen'),
    ]);
  });

  test('a list of the same name that Last Mile did not make is left alone', async () => {
    await ground.graph.post(`/sites/${localSiteId}/lists`, { displayName: 'Library' });
    const plan = await sharePointStep.plan(ground);
    expect(plan.conflicts).toEqual([
      'The site has a list Library that Last Mile did not make: rename it, or take another site',
    ]);
    const removal = await sharePointStep.planRemoval(ground);
    expect(whats(removal)).toEqual([]);
  });

  test('other lists on the site are told, for the app may write to them too', async () => {
    await ground.graph.post(`/sites/${localSiteId}/lists`, { displayName: 'Holidays' });
    const plan = await run();
    expect((await plan.outcome()).byHand).toEqual([
      expect.stringContaining('other lists too (Holidays)'),
    ]);
  });
});

describe('a permission that is missing', () => {
  const scopes = allScopes;
  test.each([
    ['of Graph', { ...scopes, graph: ['User.Read'] }, 'Sites.FullControl.All with admin consent'],
    ['of SharePoint', { ...scopes, sharePoint: [] }, 'AllSites.FullControl on SharePoint'],
  ])('%s is named, with who gives it, and nothing is changed', async (_whose, held, told) => {
    stage.setScopes(held);
    const plan = sharePointStep.plan(stage.ground());
    const said = await plan.then(
      ({ conflicts }) => conflicts.join('\n'),
      (error: unknown) => (error as Error).message,
    );
    expect(said).toContain(told);
    expect(said).toMatch(/Administrator/);
    expect(stage.tenant.sharePoint.lists()).toEqual([]);
  });

  test('to grant the app the site is named: the sign-in of a SharePoint Administrator', async () => {
    stage.tenant.directory.removeDirectoryRole(stagePeople.ada, 'SharePoint Administrator');
    const plan = await sharePointStep.plan(ground);
    expect(plan.conflicts).toEqual([expect.stringContaining('of a SharePoint Administrator')]);
  });

  test('to open the site at all is named: the permission, or an owner of it', async () => {
    stage.tenant.directory.setSiteGroup('members', []);
    const byStranger = sharePointStep.plan(stage.ground({ as: 'cora' }));
    await expect(byStranger).rejects.toThrow(
      /Sites\.FullControl\.All with admin consent.*an owner of it/s,
    );
  });

  test('to set permissions is named: an owner of the site', async () => {
    stage.tenant.directory.setSiteGroup('owners', []);
    const plan = await sharePointStep.plan(ground);
    expect(plan.conflicts).toEqual([expect.stringContaining(`owner of the site ${siteUrl}`)]);
  });
});

describe('removing', () => {
  test('says of each list what data goes, takes the app’s access first, and leaves other lists', async () => {
    await ground.graph.post(`/sites/${localSiteId}/lists`, { displayName: 'Holidays' });
    await run();
    for (const key of ['a', 'b']) await addItem('Feedback', { ClientKey: key });
    await addItem('Library', { ClientKey: 'c' });
    const plan = await sharePointStep.planRemoval(ground);
    const today = new Date().toISOString().slice(0, 10);
    expect(plan.changes).toHaveLength(listDefinitions.length + 1);
    expect(plan.changes[0]!.what).toMatch(/^take from Last Mile/);
    const loses = new Map(plan.changes.map(({ what, loses: lost }) => [what, lost]));
    expect(loses.get('delete the list Feedback')).toBe(`2 items, the first of ${today}`);
    expect(loses.get('delete the list Library')).toBe(`1 item, of ${today}`);
    expect(loses.get('delete the list Coaching')).toBe('no items: it is empty');
    for (const change of plan.changes) await change.apply();
    expect(stage.tenant.sharePoint.lists().map(({ displayName }) => displayName)).toEqual([
      'Holidays',
    ]);
    expect((await plan.outcome()).handOver).toEqual(ground.handOver);
    expect(whats(await sharePointStep.planRemoval(ground))).toEqual([]);
  });
});
