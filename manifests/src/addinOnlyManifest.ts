import { addressOn, paths } from './addresses';
import { addinOnlyIcons } from './icons/iconFiles';
import { packageIds } from './ids';
import { descriptions, outlookAddin } from './outlookAddin';
import type { PackageOrder } from './packageOrder';

const namespaces = {
  app: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  basic: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  instance: 'http://www.w3.org/2001/XMLSchema-instance',
  overrides10: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  overrides11: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
} as const;

const ribbonSizes = [16, 32, 80];

/**
 * The add-in only manifest for the Outlooks that read no unified manifest (Mac and older Windows):
 * its own id, name and icons, the same pane. Elements stand in the order Office's schema wants.
 */
export function addinOnlyManifest(order: PackageOrder): string {
  const { domain } = order;
  const { addinOnly } = packageIds(order.clientId, order.environment);
  const { requirementSet } = outlookAddin;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="${namespaces.app}" xmlns:xsi="${namespaces.instance}" xmlns:bt="${namespaces.basic}" xmlns:mailappor="${namespaces.overrides10}" xsi:type="MailApp">
  <Id>${addinOnly}</Id>
  <Version>${order.version}</Version>
  <ProviderName>${escaped(order.developer)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${escaped(order.addinOnlyName)}"/>
  <Description DefaultValue="${escaped(descriptions.short)}"/>
  <IconUrl DefaultValue="${iconAddress(domain, 64)}"/>
  <HighResolutionIconUrl DefaultValue="${iconAddress(domain, 128)}"/>
  <SupportUrl DefaultValue="${addressOn(domain, paths.terms)}"/>
  <AppDomains>
    <AppDomain>https://${domain}</AppDomain>
  </AppDomains>
  <Hosts>
    <Host Name="Mailbox"/>
  </Hosts>
  <Requirements>
    <Sets DefaultMinVersion="${requirementSet.minVersion}">
      <Set Name="${requirementSet.name}"/>
    </Sets>
  </Requirements>
  <FormSettings>
    <Form xsi:type="ItemEdit">
      <DesktopSettings>
        <SourceLocation DefaultValue="${addressOn(domain, paths.pane)}"/>
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="Edit"/>
  </Rule>
  <DisableEntityHighlighting>true</DisableEntityHighlighting>
  <VersionOverrides xmlns="${namespaces.overrides10}" xsi:type="VersionOverridesV1_0">
${indented(overrides(domain, 'V1_0'), 4)}
    <VersionOverrides xmlns="${namespaces.overrides11}" xsi:type="VersionOverridesV1_1">
${indented(overrides(domain, 'V1_1'), 6)}
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
}

/**
 * The ribbon button; in version 1.1 also pinning and the events, for clients that have them. A client
 * that does not meet what 1.1 requires reads 1.0, so both say the button whole.
 */
function overrides(domain: string, version: 'V1_0' | 'V1_1'): string {
  const { button, eventsRequirementSet, group } = outlookAddin;
  const hasEvents = version === 'V1_1';
  const requirementSet = hasEvents ? eventsRequirementSet : outlookAddin.requirementSet;
  const images = ribbonSizes.map((size) => `<bt:Image size="${size}" resid="icon${size}"/>`);
  const imageResources = ribbonSizes.map(
    (size) => `<bt:Image id="icon${size}" DefaultValue="${iconAddress(domain, size)}"/>`,
  );
  return `<Requirements>
  <bt:Sets DefaultMinVersion="${requirementSet.minVersion}">
    <bt:Set Name="${requirementSet.name}"/>
  </bt:Sets>
</Requirements>
<Hosts>
  <Host xsi:type="MailHost">${hasEvents ? runtimes : ''}
    <DesktopFormFactor>
      <ExtensionPoint xsi:type="MessageComposeCommandSurface">
        <OfficeTab id="TabDefault">
          <Group id="${group.id}">
            <Label resid="groupLabel"/>
            <Control xsi:type="Button" id="${button.id}">
              <Label resid="buttonLabel"/>
              <Supertip>
                <Title resid="buttonTitle"/>
                <Description resid="buttonDescription"/>
              </Supertip>
              <Icon>
${indented(images.join('\n'), 16)}
              </Icon>
              <Action xsi:type="ShowTaskpane">
                <SourceLocation resid="paneUrl"/>${hasEvents ? '\n                <SupportsPinning>true</SupportsPinning>' : ''}
              </Action>
            </Control>
          </Group>
        </OfficeTab>
      </ExtensionPoint>${hasEvents ? launchEvents() : ''}
    </DesktopFormFactor>
  </Host>
</Hosts>
<Resources>
  <bt:Images>
${indented(imageResources.join('\n'), 4)}
  </bt:Images>
  <bt:Urls>
    <bt:Url id="paneUrl" DefaultValue="${addressOn(domain, paths.pane)}"/>${hasEvents ? eventAddresses(domain) : ''}
  </bt:Urls>
  <bt:ShortStrings>
    <bt:String id="groupLabel" DefaultValue="${escaped(group.label)}"/>
    <bt:String id="buttonLabel" DefaultValue="${escaped(button.label)}"/>
    <bt:String id="buttonTitle" DefaultValue="${escaped(button.title)}"/>
  </bt:ShortStrings>
  <bt:LongStrings>
    <bt:String id="buttonDescription" DefaultValue="${escaped(button.description)}"/>
  </bt:LongStrings>
</Resources>`;
}

/** A page for the Outlooks with a browser, a script for classic Outlook on Windows. */
const runtimes = `
    <Runtimes>
      <Runtime resid="eventsUrl">
        <Override type="javascript" resid="eventsScriptUrl"/>
      </Runtime>
    </Runtimes>`;

function launchEvents(): string {
  const events = outlookAddin.events.map(({ name, handler }) => {
    const sendMode = name === 'OnMessageSend' ? ' SendMode="PromptUser"' : '';
    return `          <LaunchEvent Type="${name}" FunctionName="${handler}"${sendMode}/>`;
  });
  return `
      <ExtensionPoint xsi:type="LaunchEvent">
        <LaunchEvents>
${events.join('\n')}
        </LaunchEvents>
        <SourceLocation resid="eventsUrl"/>
      </ExtensionPoint>`;
}

function eventAddresses(domain: string): string {
  return `
    <bt:Url id="eventsUrl" DefaultValue="${addressOn(domain, paths.events)}"/>
    <bt:Url id="eventsScriptUrl" DefaultValue="${addressOn(domain, paths.eventsScript)}"/>`;
}

function iconAddress(domain: string, size: number): string {
  const icon = addinOnlyIcons.find((candidate) => candidate.size === size);
  if (icon === undefined) throw new Error(`No icon of ${size} pixels is drawn for the add-in.`);
  return addressOn(domain, `${paths.icons}${icon.file}`);
}

function indented(text: string, by: number): string {
  return text.replaceAll(/^/gm, ' '.repeat(by));
}

function escaped(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
