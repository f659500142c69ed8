import { Hono } from 'hono';
import type { UsageReportsResponse } from '@last-mile/shared/adoption';
import type { Programme } from '@last-mile/shared/programme';
import type { AppEnv } from '../../../http/appEnv';
import { csvBody } from '../../../http/csvBody';
import type { CopilotReportStatus } from './copilotReportStatus';
import type { MembershipPositions } from '../people/membershipPositions';
import type { TakeUsageFile } from './usageUpload';

export interface UsageReportDependencies {
  readonly status: Pick<CopilotReportStatus, 'read' | 'trouble'>;
  readonly positions: Pick<MembershipPositions, 'of'>;
  readonly takeUsageFile: TakeUsageFile;
  readonly now: () => Date;
}

/** Where use outside Last Mile is counted from, to be mounted under `/api/adoption/usage-reports`. */
export function usageReportRoutes(dependencies: UsageReportDependencies) {
  const { status, positions, takeUsageFile, now } = dependencies;

  async function howTheyStand({ clientKey }: Programme): Promise<UsageReportsResponse> {
    const [copilot, trouble, position] = await Promise.all([
      status.read(),
      status.trouble(),
      positions.of(clientKey),
    ]);
    return { copilot, trouble, membersAsOf: position?.syncedAt.toISOString() ?? null };
  }

  return new Hono<AppEnv>()
    .get('/', async (c) => c.json(await howTheyStand(c.var.programme)))
    .post('/', async (c) =>
      c.json(await takeUsageFile(await csvBody(c.req), c.var.programme, c.var.user, now())),
    );
}
