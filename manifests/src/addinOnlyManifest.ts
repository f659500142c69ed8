import { addinOnlyOverrides } from './addinOnlyOverrides';
import { addinOnlyIconAddress, addressOn, paths } from './addresses';
import { germanTexts } from './germanTexts';
import { packageIds } from './ids';
import { descriptions, outlookAddin } from './outlookAddin';
import type { PackageOrder } from './packageOrder';
import { escaped, indented } from './xmlText';

const namespaces = {
  app: 'http://schemas.microsoft.com/office/appforoffice/1.1',
  basic: 'http://schemas.microsoft.com/office/officeappbasictypes/1.0',
  instance: 'http://www.w3.org/2001/XMLSchema-instance',
  overrides10: 'http://schemas.microsoft.com/office/mailappversionoverrides',
  overrides11: 'http://schemas.microsoft.com/office/mailappversionoverrides/1.1',
} as const;

/**
 * The add-in only manifest for the Outlooks that read no unified manifest (Mac, phones and older Windows):
 * its own id, name and icons, the same pane. Elements stand in the order Office's schema wants.
 */
export function addinOnlyManifest(order: PackageOrder): string {
  const { domain } = order;
  const { addinOnly } = packageIds(order.clientId, order.environment);
  // Phones have the least; what a form factor needs beyond it is asked for with it.
  const { mobileRequirementSet: requirementSet } = outlookAddin;
  return `<?xml version="1.0" encoding="UTF-8"?>
<OfficeApp xmlns="${namespaces.app}" xmlns:xsi="${namespaces.instance}" xmlns:bt="${namespaces.basic}" xmlns:mailappor="${namespaces.overrides10}" xsi:type="MailApp">
  <Id>${addinOnly}</Id>
  <Version>${order.version}</Version>
  <ProviderName>${escaped(order.developer)}</ProviderName>
  <DefaultLocale>en-US</DefaultLocale>
  <DisplayName DefaultValue="${escaped(order.addinOnlyName)}"/>
  <Description DefaultValue="${escaped(descriptions.short)}">
    <Override Locale="de-DE" Value="${escaped(germanTexts.descriptions.short)}"/>
  </Description>
  <IconUrl DefaultValue="${addinOnlyIconAddress(domain, 64)}"/>
  <HighResolutionIconUrl DefaultValue="${addinOnlyIconAddress(domain, 128)}"/>
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
    <Form xsi:type="ItemRead">
      <DesktopSettings>
        <SourceLocation DefaultValue="${addressOn(domain, paths.pane)}"/>
        <RequestedHeight>450</RequestedHeight>
      </DesktopSettings>
    </Form>
    <Form xsi:type="ItemEdit">
      <DesktopSettings>
        <SourceLocation DefaultValue="${addressOn(domain, paths.pane)}"/>
      </DesktopSettings>
    </Form>
  </FormSettings>
  <Permissions>ReadWriteItem</Permissions>
  <Rule xsi:type="RuleCollection" Mode="Or">
    <Rule xsi:type="ItemIs" ItemType="Message" FormType="ReadOrEdit"/>
  </Rule>
  <DisableEntityHighlighting>true</DisableEntityHighlighting>
  <VersionOverrides xmlns="${namespaces.overrides10}" xsi:type="VersionOverridesV1_0">
${indented(addinOnlyOverrides(domain, 'V1_0'), 4)}
    <VersionOverrides xmlns="${namespaces.overrides11}" xsi:type="VersionOverridesV1_1">
${indented(addinOnlyOverrides(domain, 'V1_1'), 6)}
    </VersionOverrides>
  </VersionOverrides>
</OfficeApp>
`;
}
