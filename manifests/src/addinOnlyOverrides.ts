import { addinOnlyIconAddress, addressOn, paths } from './addresses';
import { germanTexts } from './germanTexts';
import { mobileIcons } from './icons/iconFiles';
import { outlookAddin } from './outlookAddin';
import { escaped, indented } from './xmlText';

const ribbonSizes = [16, 32, 80];

/**
 * The ribbon buttons; in version 1.1 also pinning, the events and the button on phones. A client that
 * does not know 1.1 reads 1.0, so both say the ribbon whole. Version 1.1 asks for no more than phones
 * have: an Outlook without the events passes over them, as Microsoft's own samples rely on.
 */
export function addinOnlyOverrides(domain: string, version: 'V1_0' | 'V1_1'): string {
  const isNewer = version === 'V1_1';
  const { mobileRequirementSet, requirementSet } = outlookAddin;
  const { name, minVersion } = isNewer ? mobileRequirementSet : requirementSet;
  const parts = [
    ...outlookAddin.ribbons.map((ribbon) => ribbonButton(ribbon, isNewer)),
    ...(isNewer ? [launchEvents()] : []),
  ];
  return `<Requirements>
  <bt:Sets DefaultMinVersion="${minVersion}">
    <bt:Set Name="${name}"/>
  </bt:Sets>
</Requirements>
<Hosts>
  <Host xsi:type="MailHost">${isNewer ? runtimes : ''}
    <DesktopFormFactor>
${indented(parts.join('\n'), 6)}
    </DesktopFormFactor>${isNewer ? `\n${indented(mobileButton(), 4)}` : ''}
  </Host>
</Hosts>
${resources(domain, isNewer)}`;
}

type Ribbon = (typeof outlookAddin.ribbons)[number];

function ribbonButton({ surface, group, button }: Ribbon, isPinnable: boolean): string {
  const images = ribbonSizes.map((size) => `<bt:Image size="${size}" resid="icon${size}"/>`);
  return `<ExtensionPoint xsi:type="${surface}">
  <OfficeTab id="TabDefault">
    <Group id="${group}">
      <Label resid="groupLabel"/>
      <Control xsi:type="Button" id="${button.id}">
        <Label resid="buttonLabel"/>
        <Supertip>
          <Title resid="${button.id}Title"/>
          <Description resid="${button.id}Description"/>
        </Supertip>
        <Icon>
${indented(images.join('\n'), 10)}
        </Icon>
        <Action xsi:type="ShowTaskpane">
          <SourceLocation resid="paneUrl"/>${isPinnable ? '\n          <SupportsPinning>true</SupportsPinning>' : ''}
        </Action>
      </Control>
    </Group>
  </OfficeTab>
</ExtensionPoint>`;
}

/** On phones: while a message is read, without pinning. */
function mobileButton(): string {
  const { mobile } = outlookAddin;
  const images = mobileIcons.map(
    ({ size, scale, pixels }) =>
      `<bt:Image size="${size}" scale="${scale}" resid="icon${pixels}"/>`,
  );
  return `<MobileFormFactor>
  <ExtensionPoint xsi:type="MobileMessageReadCommandSurface">
    <Group id="${mobile.group}">
      <Label resid="groupLabel"/>
      <Control xsi:type="MobileButton" id="${mobile.button}">
        <Label resid="buttonLabel"/>
        <Icon xsi:type="bt:MobileIconList">
${indented(images.join('\n'), 10)}
        </Icon>
        <Action xsi:type="ShowTaskpane">
          <SourceLocation resid="paneUrl"/>
        </Action>
      </Control>
    </Group>
  </ExtensionPoint>
</MobileFormFactor>`;
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
    return `<LaunchEvent Type="${name}" FunctionName="${handler}"${sendMode}/>`;
  });
  return `<ExtensionPoint xsi:type="LaunchEvent">
  <LaunchEvents>
${indented(events.join('\n'), 4)}
  </LaunchEvents>
  <SourceLocation resid="eventsUrl"/>
</ExtensionPoint>`;
}

/** All that the parts above refer to, and nothing else. */
function resources(domain: string, isNewer: boolean): string {
  const { buttonLabel, groupLabel, ribbons } = outlookAddin;
  const pixels = new Set([
    ...ribbonSizes,
    ...(isNewer ? mobileIcons.map((icon) => icon.pixels) : []),
  ]);
  const images = [...pixels].map(
    (size) => `<bt:Image id="icon${size}" DefaultValue="${addinOnlyIconAddress(domain, size)}"/>`,
  );
  const urls = [
    urlOf('paneUrl', addressOn(domain, paths.pane)),
    ...(isNewer
      ? [
          urlOf('eventsUrl', addressOn(domain, paths.events)),
          urlOf('eventsScriptUrl', addressOn(domain, paths.eventsScript)),
        ]
      : []),
  ];
  const shortStrings = [
    stringOf('groupLabel', groupLabel, groupLabel),
    stringOf('buttonLabel', buttonLabel, germanTexts.buttonLabel),
    ...ribbons.map(({ button }) =>
      stringOf(`${button.id}Title`, button.title, germanTexts.buttons[button.id].title),
    ),
  ];
  const longStrings = ribbons.map(({ button }) =>
    stringOf(
      `${button.id}Description`,
      button.description,
      germanTexts.buttons[button.id].description,
    ),
  );
  return `<Resources>
  <bt:Images>
${indented(images.join('\n'), 4)}
  </bt:Images>
  <bt:Urls>
${indented(urls.join('\n'), 4)}
  </bt:Urls>
  <bt:ShortStrings>
${indented(shortStrings.join('\n'), 4)}
  </bt:ShortStrings>
  <bt:LongStrings>
${indented(longStrings.join('\n'), 4)}
  </bt:LongStrings>
</Resources>`;
}

const urlOf = (id: string, address: string) => `<bt:Url id="${id}" DefaultValue="${address}"/>`;
const stringOf = (id: string, text: string, german: string) =>
  `<bt:String id="${id}" DefaultValue="${escaped(text)}">
  <bt:Override Locale="de-DE" Value="${escaped(german)}"/>
</bt:String>`;
