import { act, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { expect, test } from 'vitest';
import { useSaidAtOnce } from './useSaidAtOnce';

/** A switch whose keeping is settled by hand. */
function openSwitch() {
  const answers: { keep: () => void; refuse: () => void }[] = [];
  function Choice() {
    const [kept, setKept] = useState(false);
    const [shown, say] = useSaidAtOnce(kept, (said: boolean) =>
      new Promise<void>((resolve, reject) => {
        answers.push({
          keep: resolve,
          refuse: () => {
            reject(new Error('The API is away.'));
          },
        });
      }).then(() => {
        setKept(said);
      }),
    );
    return (
      <input
        type="checkbox"
        checked={shown}
        onChange={({ target }) => {
          say(target.checked);
        }}
      />
    );
  }
  render(<Choice />);
  return { box: screen.getByRole<HTMLInputElement>('checkbox'), answers };
}

test('what is said shows in the same moment, and stays once it is kept', async () => {
  const { box, answers } = openSwitch();
  // Not through `act`, which would wait: a browser shows it before anything else can run.
  box.click();
  expect(box.checked).toBe(true);
  await act(async () => {
    answers[0]?.keep();
    await Promise.resolve();
  });
  expect(box.checked).toBe(true);
});

test('what could not be kept shows as it was', async () => {
  const { box, answers } = openSwitch();
  box.click();
  await act(async () => {
    answers[0]?.refuse();
    await Promise.resolve();
  });
  expect(box.checked).toBe(false);
});
