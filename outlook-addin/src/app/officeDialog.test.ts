import { afterEach, expect, test, vi } from 'vitest';
import { askInDialog, hasDialogs } from './officeDialog';

type Handler = (event: object) => void;
type Opened = (result: object) => void;

/** Office's dialogs, each opening as the test says; the last opened one is in the test's hands. */
function installDialogs(...openings: (number | 'opens')[]) {
  const handlers = new Map<string, Handler>();
  const closed = vi.fn();
  const addresses: string[] = [];
  vi.stubGlobal('Office', {
    EventType: { DialogMessageReceived: 'message', DialogEventReceived: 'event' },
    context: {
      requirements: { isSetSupported: (name: string) => name === 'DialogApi' },
      ui: {
        displayDialogAsync(address: string, options: { displayInIframe?: boolean }, done: Opened) {
          expect(options.displayInIframe).toBeUndefined();
          addresses.push(address);
          const opening = openings.shift() ?? 'opens';
          if (opening !== 'opens') done({ status: 'failed', error: { code: opening } });
          else {
            const addEventHandler = (type: string, handler: Handler) => handlers.set(type, handler);
            done({ status: 'succeeded', value: { addEventHandler, close: closed } });
          }
        },
      },
    },
  });
  return { addresses, closed, raise: (type: string, event: object) => handlers.get(type)?.(event) };
}

afterEach(() => {
  vi.unstubAllGlobals();
  document.body.replaceChildren();
});

const page = `${location.origin}/pane/sign-in.html`;

test('gives the page’s message and closes the dialog', async () => {
  const { raise, closed, addresses } = installDialogs();
  expect(hasDialogs()).toBe(true);
  const asked = askInDialog(page);
  raise('message', { message: 'hello', origin: location.origin });
  expect(await asked).toBe('hello');
  expect(closed).toHaveBeenCalledOnce();
  expect(addresses).toEqual([page]);
});

test('takes no message of another origin; an older Outlook names none', async () => {
  const { raise, closed } = installDialogs();
  const asked = askInDialog(page);
  raise('message', { message: 'forged', origin: 'https://stranger.example' });
  expect(closed).not.toHaveBeenCalled();
  raise('message', { message: 'ours' });
  expect(await asked).toBe('ours');
});

test.each([
  [12009, 'ignored'],
  [12011, 'blocked'],
  [12004, 'failed'],
  [12005, 'failed'],
])('Office’s %i is a dialog that was %s', async (code, trouble) => {
  installDialogs(code);
  await expect(askInDialog(page)).rejects.toMatchObject({ trouble });
});

test.each([
  [12006, 'closed'],
  [12002, 'failed'],
  [12003, 'failed'],
])('an open one that reports %i has %s', async (error, trouble) => {
  const { raise } = installDialogs();
  const asked = askInDialog(page);
  raise('event', { error });
  await expect(asked).rejects.toMatchObject({ trouble });
});

test('one that is still closing is waited for; one that stays is told', async () => {
  vi.useFakeTimers();
  const { raise, addresses } = installDialogs(12007, 12007);
  const asked = askInDialog(page);
  await vi.advanceTimersByTimeAsync(1_000);
  raise('message', { message: 'hello', origin: location.origin });
  expect(await asked).toBe('hello');
  expect(addresses).toHaveLength(3);

  installDialogs(12007, 12007, 12007, 12007, 12007);
  const stays = expect(askInDialog(page)).rejects.toMatchObject({ trouble: 'open' });
  await vi.advanceTimersByTimeAsync(1_000);
  await stays;
  vi.useRealTimers();
});

test('the focus goes back to the button that asked', async () => {
  const { raise } = installDialogs();
  const button = document.createElement('button');
  document.body.append(button);
  button.focus();
  const asked = askInDialog(page);
  button.blur();
  raise('event', { error: 12006 });
  await expect(asked).rejects.toMatchObject({ trouble: 'closed' });
  await vi.waitFor(() => {
    expect(document.activeElement).toBe(button);
  });
});
