import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { cruise, type ICruiseOptions, type IForbiddenRuleType } from 'dependency-cruiser';
import { expect, test } from 'vitest';

const configuration = createRequire(import.meta.url)('../../.config/dependency-cruiser.cjs') as {
  forbidden: IForbiddenRuleType[];
  options: ICruiseOptions;
};

const fixtures = fileURLToPath(new URL('fixtures', import.meta.url));

/** Each crossing planted under fixtures/, and the rule that must report it. */
const planted = [
  ['shared/src/library/impure.ts', 'shared-domain-is-pure'],
  ['shared/src/client/knowsReact.ts', 'shared-client-knows-no-react'],
  ['shared/src/ui/knowsApp.ts', 'shared-knows-no-app'],
  ['teams-app/src/app/knowsApi.ts', 'apps-never-meet'],
  ['outlook-addin/src/app/knowsTab.ts', 'apps-never-meet'],
  ['teams-app/src/features/library/knowsFeedback.ts', 'features-never-meet'],
  ['api/src/features/library/knowsFeedback.ts', 'features-never-meet'],
  ['api/src/http/knowsApp.ts', 'features-know-no-app'],
  ['api/src/features/library/knowsComposition.ts', 'features-know-no-app'],
  ['api/src/features/library/knowsTenant.ts', 'production-knows-no-local-tenant'],
  ['api/local-tenant/graph/knowsProduct.ts', 'local-tenant-stands-alone'],
  ['tests/recount/knowsProduct.ts', 'recount-shares-no-code'],
  ['outlook-addin/src/events/notBare.ts', 'events-are-bare'],
  ['api/src/http/round.ts', 'no-circular'],
  ['api/src/http/lost.ts', 'no-unresolvable'],
] as const;

test('every planted crossing is reported by its rule, and nothing else is', async () => {
  const { output } = await cruise(['shared', 'api', 'teams-app', 'outlook-addin', 'tests'], {
    ...configuration.options,
    // The fixtures stand where the real tree does; only the exclusion of themselves is lifted.
    exclude: { path: ['/dist/'] },
    baseDir: fixtures,
    ruleSet: { forbidden: configuration.forbidden },
    validate: true,
  });
  if (typeof output === 'string') throw new Error('The cruiser answered a text.');
  const reported = output.summary.violations.map(
    ({ from, rule }) => [from, rule.name] as [string, string],
  );
  for (const [from, rule] of planted) expect(reported).toContainEqual([from, rule]);
  const expected = new Set<string>(planted.map(([from]) => from));
  expected.add('api/src/http/trip.ts');
  expect(reported.filter(([from]) => !expected.has(from))).toEqual([]);
});
