import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { expect, test } from 'vitest';
import type { FeedbackRequest } from '../feedback';
import { FeedbackForm } from './FeedbackForm';
import { HostThemeProvider } from './HostThemeProvider';

interface FormOptions {
  kind?: 'flag' | 'suggestion';
  draftKey?: string;
}

function form(
  onSubmit: (request: FeedbackRequest) => Promise<'sent' | 'kept'>,
  { kind = 'flag', draftKey = crypto.randomUUID() }: FormOptions = {},
) {
  return (
    <HostThemeProvider theme="default" nonce={null}>
      <FeedbackForm
        kind={kind}
        about={{ type: 'tool' }}
        aboutLabel="Follow-up after a meeting"
        surface="teams"
        draftKey={draftKey}
        onSubmit={onSubmit}
        onClose={() => undefined}
      />
    </HostThemeProvider>
  );
}

test('a flag says what is wrong and is sent under a key of its own', async () => {
  const sent: FeedbackRequest[] = [];
  render(
    form(async (request) => {
      sent.push(request);
      return 'sent';
    }),
  );
  const user = userEvent.setup();
  await user.click(screen.getByRole('radio', { name: 'It is unsafe' }));
  await user.type(screen.getByRole('textbox', { name: /What happened/ }), 'It names a client.');
  await user.click(screen.getByRole('checkbox', { name: 'It reached a client' }));
  await user.click(screen.getByRole('checkbox', { name: /Show my name/ }));
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Thank you, it arrived');
  expect(sent).toEqual([
    {
      clientKey: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      kind: 'flag',
      reason: 'unsafe',
      reachedClient: true,
      about: { type: 'tool' },
      text: 'It names a client.',
      named: false,
      surface: 'teams',
    },
  ]);
});

test('what is missing is said beside the field, and nothing is sent', async () => {
  let sends = 0;
  render(
    form(async () => {
      sends += 1;
      return 'sent';
    }),
  );
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  expect(screen.getByText('Choose what is wrong.')).toBeDefined();
  expect(screen.getByText('Write a few words first.')).toBeDefined();
  expect(sends).toBe(0);
});

test('what was typed is there again after a reload, and gone once it is safe', async () => {
  const draftKey = crypto.randomUUID();
  const first = render(form(async () => 'kept', { kind: 'suggestion', draftKey }));
  await userEvent.type(screen.getByRole('textbox'), 'Ask for the fee first.');
  first.unmount();

  const second = render(form(async () => 'kept', { kind: 'suggestion', draftKey }));
  await waitFor(() => {
    expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Ask for the fee first.');
  });
  await userEvent.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Kept on this device');
  second.unmount();

  render(form(async () => 'kept', { kind: 'suggestion', draftKey }));
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('');
});

test('refused words stay in the form with the reason, and go under a new key', async () => {
  const keys: string[] = [];
  render(
    form(
      async (request) => {
        keys.push(request.clientKey);
        if (keys.length === 1) throw new Error('Use at most 63999 characters.');
        return 'sent';
      },
      { kind: 'suggestion' },
    ),
  );
  const user = userEvent.setup();
  await user.type(screen.getByRole('textbox'), 'Too long');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Use at most 63999 characters.');
  expect(screen.getByRole<HTMLTextAreaElement>('textbox').value).toBe('Too long');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Thank you, it arrived');
  expect(new Set(keys).size).toBe(2);
});
