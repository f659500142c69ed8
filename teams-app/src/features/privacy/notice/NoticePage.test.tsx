import { screen } from '@testing-library/react';
import { expect, test, vi } from 'vitest';
import { employeeNotices, noticeAsText } from '@last-mile/shared/notice';
import { openTab } from '../../../testing/openTab';
import { people } from '../../../testing/people';

const openNotice = (me = people.member) => openTab({ me, at: 'programme/notice' });

test('everyone may read the notice, every sentence of it', async () => {
  openNotice();
  expect(await screen.findByText(employeeNotices.en.lead)).toBeTruthy();
  const read = screen.getAllByRole('listitem').map((item) => item.textContent);
  const written = noticeAsText(employeeNotices.en)
    .split('\n')
    .filter((line) => line.startsWith('- '))
    .map((line) => line.slice(2));
  expect(read).toEqual(written);
});

test('it is copied whole, in the language that is read', async () => {
  const { user } = openNotice(people.champion);
  const copied = vi.spyOn(navigator.clipboard, 'writeText').mockResolvedValue();
  await user.click(await screen.findByRole('button', { name: 'Copy as text' }));
  expect(await screen.findByText('Copied.')).toBeTruthy();
  await user.click(screen.getByRole('tab', { name: 'Deutsch' }));
  expect(screen.queryByText('Copied.')).toBeNull();
  await user.click(screen.getByRole('button', { name: 'Copy as text' }));
  expect(copied.mock.calls.map(([text]) => text)).toEqual([
    noticeAsText(employeeNotices.en),
    noticeAsText(employeeNotices.de),
  ]);
  expect(screen.getByRole('tabpanel', { name: 'Deutsch' }).lang).toBe('de');
});

test('where it cannot be copied, it says so', async () => {
  const { user } = openNotice();
  vi.spyOn(navigator.clipboard, 'writeText').mockRejectedValue(new Error('Not allowed.'));
  await user.click(await screen.findByRole('button', { name: 'Copy as text' }));
  expect(await screen.findByText('It could not be copied.')).toBeTruthy();
});
