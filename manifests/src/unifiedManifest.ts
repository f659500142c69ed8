import type { TeamsManifestV1D25 } from '@microsoft/app-manifest';
import { activityTypeNames, activityTypes, tabEntityId } from '@last-mile/shared/feedback';
import { addressOn, paths } from './addresses';
import { packagedIcons, ribbonIcons } from './icons/iconFiles';
import { palette } from './icons/mark';
import { packageIds } from './ids';
import { descriptions, outlookAddin } from './outlookAddin';
import type { PackageOrder } from './packageOrder';

/** The German of the manifest, at the package's root. */
export const germanFile = 'de.json';

/** The form the manifest is written in: the lowest that has all it uses (decision 0007). */
export const schemaOfManifest =
  'https://developer.microsoft.com/json-schemas/teams/v1.25/MicrosoftTeams.schema.json';

/** What the package asks an admin for, and nothing else. */
export const askedPermissions = [
  // The open item, and no other: enough to propose a name and insert at the cursor.
  { name: 'MailboxItem.ReadWrite.User', type: 'Delegated' },
  // People who have the app can be told in Teams what became of their feedback.
  { name: 'TeamsActivity.Send.User', type: 'Application' },
] as const;

export type UnifiedManifest = TeamsManifestV1D25.TeamsManifestV1D25;
type Extension = TeamsManifestV1D25.ElementExtension;

/** The unified manifest of the app: the tab for teams and persons, and the Outlook add-in. */
export function unifiedManifest(order: PackageOrder): UnifiedManifest {
  const { domain, clientId } = order;
  const ids = packageIds(clientId, order.environment);
  const resource = `api://${domain}/${clientId}`;
  return {
    $schema: schemaOfManifest,
    manifestVersion: '1.25',
    version: order.version,
    id: ids.app,
    developer: {
      name: order.developer,
      websiteUrl: addressOn(domain, paths.tab),
      privacyUrl: addressOn(domain, paths.privacy),
      termsOfUseUrl: addressOn(domain, paths.terms),
    },
    name: { short: order.name, full: `${order.name}: from having AI to using it` },
    description: { ...descriptions },
    icons: {
      color: packagedIcons.color.file,
      outline: packagedIcons.outline.file,
      color32x32: packagedIcons.color32x32.file,
    },
    accentColor: palette.pine,
    localizationInfo: {
      defaultLanguageTag: 'en',
      additionalLanguages: [{ languageTag: 'de', file: germanFile }],
    },
    staticTabs: [
      {
        entityId: tabEntityId,
        name: order.name,
        contentUrl: addressOn(domain, paths.tab),
        websiteUrl: addressOn(domain, paths.tab),
        // A meeting's chat is a group chat: there it stands beside the meeting, for practice.
        scopes: ['personal', 'team', 'groupChat'],
        context: ['personalTab', 'channelTab', 'meetingSidePanel'],
      },
    ],
    activities: {
      activityTypes: activityTypeNames.map((type) => ({ type, ...activityTypes[type].en })),
    },
    validDomains: [domain],
    webApplicationInfo: {
      id: clientId,
      resource,
      // The host fetches the tab's first token beside the page. It is of use only when it is the very
      // one that the tab will ask for: same scope, same client capability.
      nestedAppAuthInfo: [
        {
          redirectUri: `brk-multihub://${domain}`,
          scopes: [`${resource}/access_as_user`],
          claims: '{"access_token":{"xms_cc":{"values":["CP1"]}}}',
        },
      ],
    },
    authorization: { permissions: { resourceSpecific: [...askedPermissions] } },
    extensions: [outlookExtension(domain, ids.addinOnly)],
  };
}

function outlookExtension(domain: string, addinOnlyId: string): Extension {
  const { action, buttonLabel, events, eventsRequirementSet, groupLabel, requirementSet } =
    outlookAddin;
  const icons = ribbonIcons.map(({ file, size }) => ({
    size,
    url: addressOn(domain, `${paths.icons}${file}`),
  }));
  return {
    requirements: {
      scopes: ['mail'],
      formFactors: ['desktop'],
      capabilities: [{ ...requirementSet }],
    },
    runtimes: [
      {
        id: 'templatesRuntime',
        type: 'general',
        code: { page: addressOn(domain, paths.pane) },
        lifetime: 'short',
        actions: [{ id: action.id, type: 'openPage', view: action.view, pinnable: true }],
      },
      {
        id: 'eventsRuntime',
        type: 'general',
        requirements: { capabilities: [{ ...eventsRequirementSet }] },
        code: {
          page: addressOn(domain, paths.events),
          script: addressOn(domain, paths.eventsScript),
        },
        lifetime: 'short',
        actions: events.map(({ handler }) => ({
          id: handler,
          type: 'executeFunction',
          displayName: handler,
        })),
      },
    ],
    autoRunEvents: [
      {
        requirements: { scopes: ['mail'], capabilities: [{ ...eventsRequirementSet }] },
        events: events.map(({ type, handler }) => ({
          type,
          actionId: handler,
          ...(type === 'messageSending' ? { options: { sendMode: 'promptUser' } } : {}),
        })),
      },
    ],
    ribbons: outlookAddin.ribbons.map(({ context, group, button }) => ({
      contexts: [context],
      tabs: [
        {
          builtInTabId: 'TabDefault',
          groups: [
            {
              id: group,
              label: groupLabel,
              icons,
              controls: [
                {
                  id: button.id,
                  type: 'button',
                  label: buttonLabel,
                  icons,
                  supertip: { title: button.title, description: button.description },
                  actionId: action.id,
                },
              ],
            },
          ],
        },
      ],
    })),
    // Where both are deployed, Outlook shows this one and hides the add-in only manifest's button.
    alternates: [{ hide: { customOfficeAddin: { officeAddinId: addinOnlyId } } }],
  };
}
