import { expect, test } from 'vitest';
import { createSampleStage } from '../testing/sampleStage';

const fillingMs = 120_000;

test(
  'the sample is filled without waiting for SharePoint’s next minute',
  async () => {
    const stage = await createSampleStage({}, { enforceLimits: true });
    try {
      await stage.liveUntil(92);
      const throttled = stage.tenant.meter.byPath().filter((line) => line.throttled > 0);
      expect(throttled).toEqual([]);
    } finally {
      await stage.close();
    }
  },
  fillingMs,
);
