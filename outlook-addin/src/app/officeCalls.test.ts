import { expect, test, vi } from 'vitest';
import { createOfficeCalls, type OfficeAnswer } from './officeCalls';

type Done = (answer: OfficeAnswer<number>) => void;

test('the fourth call waits until one of three is answered, and they go in order', async () => {
  const call = createOfficeCalls();
  const started: Done[] = [];
  const answers = [1, 2, 3, 4, 5].map(() => call<number>((done) => started.push(done)));
  expect(started).toHaveLength(3);
  started[1]?.({ status: 'succeeded', value: 2 });
  expect(started).toHaveLength(4);
  expect(await answers[1]).toBe(2);
});

test('a call that Office never answers fails in time and makes room', async () => {
  vi.useFakeTimers();
  try {
    const call = createOfficeCalls({ atOnce: 1, timeoutMs: 100 });
    const silent = call<number>(() => undefined);
    const next = call<number>((done) => {
      done({ status: 'succeeded', value: 7 });
    });
    const failure = expect(silent).rejects.toMatchObject({ reason: 'noAnswer' });
    await vi.advanceTimersByTimeAsync(100);
    await failure;
    expect(await next).toBe(7);
  } finally {
    vi.useRealTimers();
  }
});

test('an answer that comes too late, or twice, changes nothing', async () => {
  const call = createOfficeCalls({ atOnce: 1, timeoutMs: 5 });
  let late: Done = () => undefined;
  await expect(call<number>((done) => (late = done))).rejects.toMatchObject({ reason: 'noAnswer' });
  late({ status: 'succeeded', value: 1 });
  let started = 0;
  void call<number>(() => (started += 1)).catch(() => undefined);
  void call<number>(() => (started += 1)).catch(() => undefined);
  expect(started).toBe(1);
});

test('a call that throws at once is a refusal, not a crash', async () => {
  const call = createOfficeCalls();
  await expect(
    call(() => {
      throw new Error('Sys.ArgumentTypeException');
    }),
  ).rejects.toMatchObject({ reason: 'refused' });
});
