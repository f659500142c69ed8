/** The constants of the `Office` global an Outlook add-in reads, with the real values. */
export const officeEnums = {
  HostType: { Outlook: 'Outlook' },
  PlatformType: {
    PC: 'PC',
    OfficeOnline: 'OfficeOnline',
    Mac: 'Mac',
    iOS: 'iOS',
    Android: 'Android',
    Universal: 'Universal',
  },
  AsyncResultStatus: { Succeeded: 'succeeded', Failed: 'failed' },
  CoercionType: { Html: 'html', Text: 'text' },
  EventType: {
    ItemChanged: 'olkItemSelectedChanged',
    OfficeThemeChanged: 'officeThemeChanged',
    RecipientsChanged: 'olkRecipientsChanged',
    InitializationContextChanged: 'olkInitializationContextChanged',
    DialogMessageReceived: 'dialogMessageReceived',
    DialogEventReceived: 'dialogEventReceived',
  },
  MailboxEnums: {
    BodyMode: { FullBody: 0, HostConfig: 1 },
    ComposeType: { Forward: 'forward', NewMail: 'newMail', Reply: 'reply' },
    ItemType: { Message: 'message', Appointment: 'appointment' },
    RecipientType: {
      DistributionList: 'distributionList',
      ExternalUser: 'externalUser',
      Other: 'other',
      User: 'user',
    },
    ItemNotificationMessageType: {
      ErrorMessage: 'errorMessage',
      InformationalMessage: 'informationalMessage',
      InsightMessage: 'insightMessage',
      ProgressIndicator: 'progressIndicator',
    },
  },
};

/** @typedef {'OfficeOnline' | 'iOS' | 'Android'} Platform */

const onPhones = { Mailbox: [1, 5], NestedAppAuth: [1, 1] };

/**
 * Requirement sets the stand-in plays on each platform, by their highest version.
 * @type {Record<Platform, Record<string, number[]>>}
 */
const requirementSets = {
  OfficeOnline: {
    Mailbox: [1, 15],
    NestedAppAuth: [1, 1],
    DialogApi: [1, 1],
    DialogOrigin: [1, 1],
  },
  iOS: onPhones,
  Android: onPhones,
};

/** @param {Platform} platform */
export const isPhone = (platform) => platform !== 'OfficeOnline';

/**
 * `isSetSupported` of one platform.
 * @param {Platform} platform
 * @param {{ nestedAppAuth?: boolean, dialogs?: boolean }} [having]
 */
export function requirementsOn(platform, { nestedAppAuth = true, dialogs = true } = {}) {
  /** @param {string} name @param {string | number} [minimum] */
  return (name, minimum = '1.1') => {
    const highest = requirementSets[platform][name];
    if (!highest || (name === 'NestedAppAuth' && !nestedAppAuth)) return false;
    if (name === 'DialogApi' && !dialogs) return false;
    const [major = 0, minor = 0] = String(minimum).split('.').map(Number);
    const [highestMajor = 0, highestMinor = 0] = highest;
    return major < highestMajor || (major === highestMajor && minor <= highestMinor);
  };
}
