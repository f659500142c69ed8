import { expect, test } from 'vitest';
import { createLog } from './http/log';
import { createThrottleWatch } from './throttleWatch';

/** A service that is asked once a minute, and what the log told of it. */
function askedEveryMinute() {
  const told: unknown[] = [];
  const log = createLog('info', {
    write: (line) => {
      const { event, calls } = JSON.parse(line) as Record<string, unknown>;
      told.push(calls === undefined ? event : [event, calls]);
    },
  });
  let minute = 0;
  const watch = createThrottleWatch(log, () => new Date(minute * 60_000));
  let status = 200;
  const send = watch.hear(() => Promise.resolve(new Response(null, { status })));
  return {
    told,
    async pass(minutes: number, throttledEvery: number) {
      for (let passed = 0; passed < minutes; passed++) {
        status = throttledEvery > 0 && passed % throttledEvery === 0 ? 429 : 200;
        await send(new Request('https://graph.microsoft.com/v1.0/me'));
        await watch.look();
        minute += 1;
      }
    },
  };
}

test('an hour of refusals without a quiet is told of once, and once more when it is over', async () => {
  const asked = askedEveryMinute();
  await asked.pass(60, 5);
  expect(asked.told).toEqual([]);
  await asked.pass(30, 5);
  expect(asked.told).toEqual([['throttledForLong', 13]]);
  await asked.pass(4, 0);
  expect(asked.told).toHaveLength(1);
  await asked.pass(8, 0);
  expect(asked.told.slice(1)).toEqual(['throttlingOver']);
});

test('refusals with quiet between them are Microsoft 365’s usual life', async () => {
  const asked = askedEveryMinute();
  await asked.pass(300, 15);
  expect(asked.told).toEqual([]);
});
