import * as z from 'zod/mini';
import type { GraphClient } from '../../graph/graphClient';
import { GraphError } from '../../graph/graphError';
import type { Manifest } from '../appPackage';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { asAdministrator } from './asAdministrator';

/** The app as the tenant's catalogue of Teams has it. */
const catalogueApp = z.object({
  id: z.string(),
  externalId: z.nullish(z.string()),
  appDefinitions: z.array(
    z.object({ version: z.nullish(z.string()), publishingState: z.nullish(z.string()) }),
  ),
});

type CatalogueApp = z.infer<typeof catalogueApp>;

const open = 'whether people have the newest app, with all its notifications, is not known';
const place = 'Teams admin center → Teams apps → Manage apps';

async function findApp(
  graph: GraphClient,
  property: 'id' | 'externalId',
  id: string,
): Promise<CatalogueApp | undefined> {
  const filter = encodeURIComponent(`${property} eq '${id}'`);
  const found = await graph.getAll(
    `/appCatalogs/teamsApps?$filter=${filter}&$expand=appDefinitions`,
  );
  return found.map((each) => catalogueApp.parse(each))[0];
}

/** Whether the catalogue has this app under the id the API uses, published, in the package's version. */
function judge(
  app: CatalogueApp | undefined,
  teamsAppId: string | null,
  expected: Manifest | null,
): Finding {
  if (!app) {
    return problem(
      'the catalogue of Teams does not show the app',
      'nobody finds it, and nobody can be notified',
      `Upload the package (${place} → Actions → Upload new app), or let the person who signed in use it: the catalogue shows each person what policies allow them, a day or two after they changed.`,
    );
  }
  if (teamsAppId !== null && app.id !== teamsAppId) {
    return problem(
      `TEAMS_APP_ID is ${teamsAppId}, the catalogue has the package’s app as ${app.id}`,
      'nobody is notified in Teams, and links lead to no tab',
      `Put ${app.id} into TEAMS_APP_ID and restart the API.`,
    );
  }
  const versions = app.appDefinitions
    .filter(({ publishingState }) => publishingState === 'published')
    .flatMap(({ version }) => version ?? [])
    .toSorted(byVersion);
  const newest = versions.at(-1);
  if (newest === undefined) {
    return problem(
      'it is in the catalogue, and no version of it is published',
      'nobody can open it',
      `${place} → Last Mile → Publish.`,
    );
  }
  if (!expected) {
    return couldNotCheck(
      `version ${newest} is published; there is no package to compare it with`,
      open,
      'Name the package: npm run doctor -- --admin --package FILE',
    );
  }
  const difference = byVersion(newest, expected.version);
  if (difference === 0) return ok(`version ${newest} is published, as in the package`);
  return difference < 0
    ? problem(
        `the catalogue has version ${newest}, the package is ${expected.version}`,
        'people have the earlier app: kinds of notifications it does not know are refused',
        `${place} → Last Mile → Upload file: the package.`,
      )
    : problem(
        `the catalogue has version ${newest}, newer than the package (${expected.version})`,
        'what was compared here is not what people have',
        'Look again with the package of that version, from the folder it was made into.',
      );
}

function byVersion(one: string, other: string): number {
  const [a, b] = [one, other].map((version) => version.split('.').map(Number));
  const at = [0, 1, 2].find((index) => a?.[index] !== b?.[index]);
  return at === undefined ? 0 : (a?.[at] ?? 0) - (b?.[at] ?? 0);
}

/** `expected` is the manifest of the package that was given, if one was. */
export const catalogueCheck = (expected: Manifest | null): Check<Ground> => ({
  id: 'teams.catalogue',
  title: 'App in the catalogue of Teams',
  look: asAdministrator(open, async ({ graph }, { config: { teamsAppId } }) => {
    const externalId = expected?.id;
    if (externalId === undefined && teamsAppId === null) {
      return couldNotCheck(
        'neither TEAMS_APP_ID nor a package says which app it is',
        open,
        'Name the package: npm run doctor -- --admin --package FILE',
      );
    }
    try {
      const app =
        externalId === undefined
          ? await findApp(graph, 'id', teamsAppId ?? '')
          : await findApp(graph, 'externalId', externalId);
      return judge(app, teamsAppId, expected);
    } catch (error) {
      if (!(error instanceof GraphError) || error.status !== 403) throw error;
      return couldNotCheck(
        'this sign-in may not read it',
        open,
        'Sign in as a person: Microsoft tells apps nothing of the catalogue in some tenants.',
      );
    }
  }),
});
