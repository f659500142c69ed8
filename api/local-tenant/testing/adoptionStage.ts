import {
  dashboardResponse,
  usageReportsResponse,
  type DashboardResponse,
  type UsageReportsResponse,
} from '@last-mile/shared/adoption';
import type { DirectoryUser } from '../storage/directory';
import type { CopilotUsage } from '../storage/reportRecords';
import type { TenantSwitches } from '../storage/switches';
import { keyFor } from '../../src/config';
import { createPersonDigest } from '../../src/features/adoption/facts/subjects';
import { createTestProduct, people, testSecret, type TestProduct } from '../testProduct';

/** A test product whose first programme is large enough for its figures to be shown. */
export interface AdoptionStage extends TestProduct {
  /** What the product and the tenant take for now; tests move it. */
  readonly clock: { at: Date };
  /** Everybody in the first programme's group: three people with names, and colleagues. */
  readonly members: readonly string[];
  readonly colleagues: readonly string[];
  /** Makes these people the group's members, as an administrator does in Entra. */
  setMembers(userIds: readonly string[]): void;
  /** Changes somebody in Entra. */
  setPerson(userId: string, change: Partial<DirectoryUser>): void;
  /** What Copilot's usage report says from now on: for each person the last day of some apps. */
  setReport(refreshDate: string, lastActivity: Readonly<Record<string, readonly string[]>>): void;
  dashboard(): Promise<DashboardResponse>;
  usageReports(): Promise<UsageReportsResponse>;
  /** The days counted for somebody from Copilot's reports and uploads, in order. */
  countedDays(userId: string): Promise<string[]>;
}

const colleagueIds = Array.from(
  { length: 12 },
  (_, index) => `00000000-0000-4000-8000-${String(index + 200).padStart(12, '0')}`,
);
const apps = ['copilotChat', 'wordCopilot', 'outlookCopilot', 'excelCopilot'] as const;

/** Builds the stage; its members are known from its first moment on. */
export async function createAdoptionStage(
  startsAt: string,
  switches: Partial<TenantSwitches> = {},
): Promise<AdoptionStage> {
  const clock = { at: new Date(startsAt) };
  const product = await createTestProduct({
    now: () => clock.at,
    switches: { concealedNames: false, enforceLimits: false, ...switches },
  });
  const { tenant, database, programme } = product;
  const members = [people.alice, people.bob, people.carol, ...colleagueIds];
  tenant.directory.addUsers(
    colleagueIds.map((id, index) => ({
      id,
      displayName: `Colleague ${index + 1}`,
      userPrincipalName: `Colleague${index + 1}@example.com`,
      mail: null,
      department: index < 6 ? 'Audit' : 'Tax',
      jobTitle: index < 6 ? 'Audit Senior' : 'Tax Adviser',
      accountEnabled: true,
      preferredLanguage: null,
    })),
  );
  const setMembers = (memberIds: readonly string[]) => {
    tenant.directory.addGroup({ id: programme.groupId, displayName: 'First', memberIds });
  };
  setMembers(members);
  await product.product.members.run();

  async function answerOf(path: string): Promise<unknown> {
    const response = await product.ask('alice', path);
    if (response.status !== 200) throw new Error(`${path} answered ${response.status}`);
    return (await response.json()) as unknown;
  }

  const digestOf = createPersonDigest(keyFor(testSecret, 'usage subjects'));

  return {
    ...product,
    clock,
    members,
    colleagues: colleagueIds,
    setMembers,
    setPerson(userId: string, change: Partial<DirectoryUser>) {
      const known = tenant.directory.user(userId);
      if (!known) throw new Error(`Nobody is ${userId}`);
      tenant.directory.addUsers([{ ...known, ...change }]);
    },
    setReport(refreshDate: string, lastActivity: Readonly<Record<string, readonly string[]>>) {
      const rows = Object.entries(lastActivity).map(([userId, days]): CopilotUsage => {
        const user = tenant.directory.user(userId);
        return {
          userPrincipalName: user?.userPrincipalName ?? `${userId}@elsewhere.example`,
          displayName: user?.displayName ?? 'Somebody',
          lastActivity: Object.fromEntries<string>(
            days.map((day, index) => [String(apps[index]), day]),
          ),
          ...{ promptsAllApps: 3, promptsWork: 2, promptsWeb: 1, activeDays: days.length },
        };
      });
      tenant.reports.set({ refreshDate, rows });
    },
    dashboard: async () => dashboardResponse.parse(await answerOf('/api/adoption/dashboard')),
    usageReports: async () =>
      usageReportsResponse.parse(await answerOf('/api/adoption/usage-reports')),
    async countedDays(userId: string) {
      const rows = await database.query<{ days: string[] | null }>(
        `SELECT array_agg(to_char(at AT TIME ZONE $2, 'YYYY-MM-DD') ORDER BY at) AS days
             FROM usage_event WHERE kind IN ('copilotActive', 'reportedUse')
              AND subject_id = (SELECT subject_id FROM usage_subject WHERE person_digest = $1)`,
        [digestOf({ tenantId: tenant.tenantId, userId }), programme.timeZone],
      );
      return rows[0]?.days ?? [];
    },
  };
}
