import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { now, openFirmOfThirty, type FirmOfThirty } from '../firmOfThirty';
import { createCopilotReportStatus } from './copilotReportStatus';

let firm: FirmOfThirty;
beforeEach(async () => {
  firm = await openFirmOfThirty();
});
afterEach(() => firm.close());

describe("what is known of Copilot's report", () => {
  test('is as it stands now, whichever week is asked for', async () => {
    expect((await firm.dashboard()).copilot).toEqual({ state: 'none' });
    await createCopilotReportStatus(firm.database).keep(
      { state: 'concealed', reportedOn: '2026-11-23' },
      now,
    );
    const told = { state: 'concealed', reportedOn: '2026-11-23' };
    await expect.poll(async () => (await firm.dashboard()).copilot).toEqual(told);
    const before = await firm.view(firm.programme, now, { until: '2026-W45' });
    expect(before.copilot).toEqual(told);
  });
});
