import { afterEach, expect, test, vi } from 'vitest';
import { installFakeOffice, type FakeOfficeOptions } from '../testing/fakeOffice';
import { connectToOutlook } from './officeHost';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** The message in front of a pane that was opened while reading. */
async function openReading(options: Omit<FakeOfficeOptions, 'item'> = {}) {
  const office = installFakeOffice({ ...options, item: 'read' });
  const host = await connectToOutlook();
  const message = host.currentReading();
  if (message === null) throw new Error('There is no message.');
  return { office, host, message };
}

const ben = { displayName: 'Ben Okoro', emailAddress: 'Ben@Brightwater.example' };

test('a message that is read is not written, and tells whom an answer goes to', async () => {
  const { host, message } = await openReading({ subject: 'Timetable' });
  expect(host.currentMessage()).toBeNull();
  expect(message.answer).toMatchObject({
    to: [{ displayName: 'Marta Lindqvist', emailAddress: 'marta@northwind.example' }],
    sender: { displayName: 'Ben Okoro', emailAddress: 'ben@brightwater.example' },
    subject: 'Timetable',
  });
});

test('an answer to one’s own message goes to whom that went, however the address is written', async () => {
  const { message } = await openReading({ from: ben });
  expect(message.answer.to.map(({ displayName }) => displayName)).toEqual(['Helen Tanaka']);
});

test.each([
  ['1.9', 'newer'],
  ['1.8', 'older'],
])('with Mailbox %s the reply opens the %s way', async (version, way) => {
  const { office, message } = await openReading({ sets: { Mailbox: version } });
  await message.reply?.('<p>Dear Marta</p>');
  expect(office.done.replies).toEqual([[way, { htmlBody: '<p>Dear Marta</p>' }]]);
});

test('a reply of 32 KB goes, and of one byte more is refused before Outlook is asked', async () => {
  const { office, message } = await openReading();
  const longest = 'é'.repeat(16 * 1024);
  await message.reply?.(longest);
  await expect(message.reply?.(`${longest}x`)).rejects.toMatchObject({ reason: 'tooLong' });
  expect(office.done.replies).toHaveLength(1);
});

test('on phones there is no reply, and nothing waits for a pinned pane', async () => {
  const { message, host } = await openReading({ platform: 'iOS', sets: { Mailbox: '1.5' } });
  expect(message.reply).toBeNull();
  expect(host.nestedAppAuth).toBe(false);
});

test('a pinned pane goes along from a message that is read to another, and to none', async () => {
  const { office, host, message } = await openReading();
  const told = vi.fn();
  host.onMessageChanged(told);
  await vi.waitFor(() => {
    expect(office.listensTo('itemChanged')).toBe(true);
  });
  office.turnTo('read');
  expect(told).toHaveBeenCalledOnce();
  expect(host.currentReading()?.key).not.toBe(message.key);
  office.turnTo(null);
  expect(host.currentReading()).toBeNull();
});
