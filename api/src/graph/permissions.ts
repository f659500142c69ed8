/** One thing an administrator consents to, or grants, so that the product can ask Graph. */
interface GraphPermission {
  /** As Graph and the Entra admin center call it. */
  readonly name: string;
  /**
   * Who has it: the app registration, a signed-in person on whose behalf it is asked, or what a
   * person's own installation of the app brings.
   */
  readonly kind: 'application' | 'delegated' | 'resourceSpecific';
  /** What is granted besides the consent, as the table of docs/permissions.md says it. */
  readonly besides: string | null;
  readonly whatFor: string;
  /** What people meet where it is missing. */
  readonly without: string;
}

/** Every permission of Microsoft Graph the running product uses; a test holds docs/permissions.md to it. */
export const graphPermissions = [
  {
    name: 'Sites.Selected',
    kind: 'application',
    besides: 'granted `write` on one site',
    whatFor: 'reading and writing the lists',
    without: 'nothing is synced or delivered; feedback is kept until it can be',
  },
  {
    name: 'GroupMember.Read.All',
    kind: 'application',
    besides: null,
    whatFor: 'groups to choose from; who belongs to a programme, and who joined or left since',
    without: 'only owners, deputies and sponsors get in',
  },
  {
    name: 'User.Read.All',
    kind: 'application',
    besides: null,
    whatFor: 'names to find and show, job titles, departments, whether an account is enabled',
    without: 'names are missing; people with a role are refused',
  },
  {
    name: 'Reports.Read.All',
    kind: 'application',
    besides: null,
    whatFor: 'on which days Copilot’s usage report saw the programme’s people',
    without:
      'Copilot use is not counted and the dashboard says so; a champion can upload the report',
  },
  {
    name: 'TeamsActivity.Send.User',
    kind: 'resourceSpecific',
    besides: 'given with the app',
    whatFor: 'telling people in Teams what became of their feedback, and champions what is due',
    without:
      'nobody is notified; people find their answers in the tab and the pane, and champions see why',
  },
  {
    name: 'Calendars.ReadWrite',
    kind: 'delegated',
    besides: 'delegated',
    whatFor:
      'a champion puts a session into a meeting of their own calendar, which is read and written with their rights',
    without:
      'sessions are planned all the same; the agenda with the link can be copied into any meeting',
  },
] as const satisfies readonly GraphPermission[];
