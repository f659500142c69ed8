/** What both manifests say of the add-in, so that a person sees the same in every Outlook. */
export const outlookAddin = {
  /** The pane reads the sender and recipients and writes at the cursor: all in by Mailbox 1.8. */
  requirementSet: { name: 'Mailbox', minVersion: '1.8' },
  /** All that Outlook on phones has: there the pane opens on a message being read (contracts E). */
  mobileRequirementSet: { name: 'Mailbox', minVersion: '1.5' },
  groupLabel: 'Last Mile',
  buttonLabel: 'Templates',
  /** The ribbon while a message is written and while one is read. */
  ribbons: [
    {
      context: 'mailCompose',
      surface: 'MessageComposeCommandSurface',
      group: 'lastMileGroup',
      button: {
        id: 'templatesButton',
        title: 'Role templates',
        description: 'Pick a template for the task at hand, fill its placeholders and insert it.',
      },
    },
    {
      context: 'mailRead',
      surface: 'MessageReadCommandSurface',
      group: 'lastMileReadGroup',
      button: {
        id: 'answerButton',
        title: 'Answer with a template',
        description:
          'Find the template that answers this message, or flag what an AI assistant got wrong.',
      },
    },
  ],
  mobile: { group: 'lastMileMobileGroup', button: 'mobileAnswerButton' },
  action: { id: 'openTemplates', view: 'templates' },
  /**
   * Events that start the add-in without a pane; `handler` is the name `events.js` associates. The
   * person may always send anyway: `promptUser`. All in by Mailbox 1.12.
   */
  eventsRequirementSet: { name: 'Mailbox', minVersion: '1.12' },
  events: [
    {
      name: 'OnNewMessageCompose',
      type: 'newMessageComposeCreated',
      handler: 'onNewMessageCompose',
    },
    { name: 'OnMessageCompose', type: 'messageComposeOpened', handler: 'onMessageCompose' },
    { name: 'OnMessageSend', type: 'messageSending', handler: 'onMessageSend' },
  ],
} as const;

/** What both manifests call the product in their longer texts. */
export const descriptions = {
  short: 'Prompts, templates and feedback that turn AI into daily habit.',
  full: [
    'Last Mile helps a team turn an AI rollout into daily habit.',
    'The Teams tab shows the adoption dashboard and the prompt library; the Outlook task pane',
    'offers role templates while an email is being drafted; a flag or a suggestion from either',
    'place reaches the owner of the programme. Content is kept in SharePoint lists of your own',
    'tenant. The add-in sends no message text, subject or recipient; only what a person writes',
    'into a flag or a suggestion is sent.',
  ].join(' '),
} as const;
