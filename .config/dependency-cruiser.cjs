/**
 * The one direction of dependency (docs/decisions/0001):
 * shared/<feature> <- shared/client, shared/ui <- the apps;  shared/<feature> <- api.
 * @type {import('dependency-cruiser').IConfiguration}
 */
const features =
  'adoption|library|feedback|programme|workflows|practice|coaching|checkpoints|privacy|operations';

module.exports = {
  forbidden: [
    { name: 'no-circular', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-unresolvable',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, pathNot: ['^virtual:', '\\.css$'] },
    },
    {
      name: 'shared-domain-is-pure',
      comment: 'shared/<feature> imports Zod, rules, user and other shared features only.',
      severity: 'error',
      from: { path: `^shared/src/(${features})/`, pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: [`^shared/src/(${features})/`, '^shared/src/[^/]+\\.ts$', '^node_modules/zod/'],
      },
    },
    {
      name: 'shared-client-knows-no-react',
      severity: 'error',
      from: { path: '^shared/src/client/' },
      to: { path: ['^node_modules/(react|@fluentui)', '^shared/src/ui/'] },
    },
    {
      name: 'shared-knows-no-app',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(api|teams-app|outlook-addin|manifests|tests)/' },
    },
    {
      name: 'apps-never-meet',
      severity: 'error',
      from: { path: '^(teams-app|outlook-addin)/' },
      to: { path: '^(teams-app|outlook-addin|api|manifests|tests)/', pathNot: '^$1/' },
    },
    {
      name: 'features-never-meet',
      comment:
        'app/, and app.ts with the files beside it, compose features; features do not know each other.',
      severity: 'error',
      from: { path: `^(teams-app|outlook-addin|api)/src/features/(${features})/` },
      to: {
        path: `^(teams-app|outlook-addin|api)/src/features/(${features})/`,
        pathNot: '^$1/src/features/$2/',
      },
    },
    {
      name: 'features-know-no-app',
      severity: 'error',
      from: { path: '^api/src/(features|graph|db|http|auth|sync)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^api/src/[^/]+\\.ts$', pathNot: '^api/src/config\\.ts$' },
    },
    {
      name: 'production-knows-no-local-tenant',
      comment: 'Tests may stand on the local tenant; the production build never may.',
      severity: 'error',
      from: { path: '^api/src/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(api/local-tenant|tests)/' },
    },
    {
      name: 'local-tenant-stands-alone',
      comment: 'A simulation that shares code with what it checks proves nothing.',
      severity: 'error',
      from: { path: '^api/local-tenant/(graph|entra|storage|control)/' },
      to: { path: '^(api/src|shared|teams-app|outlook-addin)/' },
    },
    {
      name: 'recount-shares-no-code',
      comment: 'Two ways of counting that share code can be wrong together.',
      severity: 'error',
      from: { path: '^tests/recount/[^/]+\\.ts$', pathNot: '\\.test\\.ts$' },
      to: {
        pathNot: ['^tests/recount/[^/]+\\.ts$', '^node_modules/(@types/)?pg/'],
        dependencyTypesNot: ['core'],
      },
    },
    {
      name: 'events-are-bare',
      comment: 'Classic Outlook runs events without DOM, React or imports from features.',
      severity: 'error',
      from: { path: '^outlook-addin/src/events/', pathNot: '\\.test\\.ts$' },
      to: { path: ['^outlook-addin/src/(app|features)/', '^node_modules/(react|@fluentui)'] },
    },
    {
      name: 'only-graph-knows-graph',
      severity: 'error',
      from: { path: '^api/src/', pathNot: ['^api/src/graph/', '\\.test\\.ts$'] },
      to: { path: '^node_modules/@microsoft/microsoft-graph-client' },
    },
    {
      name: 'not-to-test',
      severity: 'error',
      from: { pathNot: ['\\.test\\.tsx?$', '^tests/'] },
      to: { path: '\\.test\\.tsx?$' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['/dist/', '\\.tsbuild', 'tests/architecture/fixtures'] },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types'],
    },
  },
};
