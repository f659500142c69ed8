import { registered } from '../storage/registrations';
import { context, ok, type GraphHandler } from './graphCall';
import { invalidRequest } from './graphFailure';
import { requireScope } from './people';
import { refuseOptions } from './queryOptions';

const filterForm = /^(id|externalId) eq '([^']+)'$/;

/** GET /appCatalogs/teamsApps: one app of the tenant's catalogue, by its id in Teams or in its manifest. */
export const listTeamsApps: GraphHandler = (call, _at, ground) => {
  refuseOptions(call.query, ['filter', 'expand']);
  requireScope(call, ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All']);
  const [, property, id] = filterForm.exec(call.query.get('filter') ?? '') ?? [];
  if (property === undefined) throw invalidRequest('Invalid filter clause.');
  const withVersions = call.query.get('expand')?.toLowerCase() === 'appdefinitions';
  const found = registered(ground.state, 'catalogueApp').filter(
    (each) => each[property as 'id' | 'externalId'] === id,
  );
  return ok({
    '@odata.context': context('appCatalogs/teamsApps'),
    value: found.map(({ version, publishingState, ...app }) => ({
      ...{ id: app.id, externalId: app.externalId, displayName: app.displayName },
      distributionMethod: 'organization',
      ...(withVersions && {
        appDefinitions: [
          {
            ...{ id: `${app.id} ${version}`, teamsAppId: app.id, displayName: app.displayName },
            ...{ version, publishingState },
          },
        ],
      }),
    })),
  });
};
