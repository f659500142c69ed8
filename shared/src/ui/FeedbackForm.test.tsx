import 'fake-indexeddb/auto';
import { render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, test } from 'vitest';
import type { FeedbackRequest, FeedbackSubject } from '../feedback';
import { FeedbackForm } from './FeedbackForm';
import { HostThemeProvider } from './HostThemeProvider';

interface FormOptions {
  kind?: 'flag' | 'suggestion';
  draftKey?: string;
  about?: FeedbackSubject;
}

const steps = [
  { id: 'collect', name: 'Collect the documents' },
  { id: 'draft', name: 'Draft the letter' },
];

function form(
  onSubmit: (request: FeedbackRequest) => Promise<'sent' | 'kept'>,
  { kind = 'flag', draftKey = crypto.randomUUID(), about = { type: 'tool' } }: FormOptions = {},
) {
  return (
    <HostThemeProvider theme="default" nonce={null}>
      <FeedbackForm
        kind={kind}
        about={about}
        steps={about.type === 'workflow' ? steps : []}
        names={['Priya Raman', 'Tom Baker']}
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

describe('what the assistant wrote', () => {
  const pasted =
    'Dear Mr Baker, Priya asks you to pay to DE89 3704 0044 0532 0130 00.\nWrite to priya@raman.example.';
  const masked = 'Dear Mr [name], [name] asks you to pay to [account].\nWrite to [e-mail].';
  const box = (name: RegExp | string) => screen.getByRole<HTMLTextAreaElement>('textbox', { name });

  async function flagWithOutput(onSubmit: Parameters<typeof form>[0], draftKey?: string) {
    const shown = render(form(onSubmit, draftKey === undefined ? {} : { draftKey }));
    const user = userEvent.setup();
    await user.click(screen.getByRole('radio', { name: 'It is wrong' }));
    await user.type(box(/What happened/), 'Wrong account.');
    await user.click(screen.getByRole('button', { name: 'Add what the assistant wrote' }));
    expect(document.activeElement).toBe(box('What the assistant wrote'));
    await user.paste(pasted);
    return { user, shown };
  }

  test('is sent as it is shown, with what is personal replaced', async () => {
    const sent: FeedbackRequest[] = [];
    const { user } = await flagWithOutput(async (request) => {
      sent.push(request);
      return 'sent';
    });
    expect(box('This is what is sent').value).toBe(masked);
    expect(screen.getByText(/^4 places were replaced/)).toBeDefined();
    await user.click(screen.getByRole('checkbox', { name: /become a case/ }));
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText('Thank you, it arrived');
    expect(sent).toMatchObject([{ output: masked, caseConsent: true }]);
    expect(JSON.stringify(sent)).not.toContain('Baker');
  });

  test('can be changed before it is sent, and is there again after a reload', async () => {
    const sent: FeedbackRequest[] = [];
    const draftKey = crypto.randomUUID();
    const { user, shown } = await flagWithOutput(async () => 'kept', draftKey);
    const preview = box('This is what is sent');
    await user.clear(preview);
    await user.type(preview, 'A wrong account number.');
    shown.unmount();

    render(
      form(
        async (request) => {
          sent.push(request);
          return 'sent';
        },
        { draftKey },
      ),
    );
    await waitFor(() => {
      expect(box('This is what is sent').value).toBe('A wrong account number.');
    });
    expect(box('What the assistant wrote').value).toBe(pasted);
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText('Thank you, it arrived');
    expect(sent).toMatchObject([{ output: 'A wrong account number.', caseConsent: false }]);
  });

  test('that was left out again is not sent', async () => {
    const sent: FeedbackRequest[] = [];
    const { user } = await flagWithOutput(async (request) => {
      sent.push(request);
      return 'sent';
    });
    await user.click(screen.getByRole('button', { name: 'Leave it out' }));
    expect(screen.queryByRole('checkbox', { name: /become a case/ })).toBeNull();
    await user.click(screen.getByRole('button', { name: 'Send' }));
    await screen.findByText('Thank you, it arrived');
    expect(Object.keys(sent[0] ?? {})).not.toContain('output');
  });
});

test('a suggestion on a task names its step, and says that colleagues may read it', async () => {
  const sent: FeedbackRequest[] = [];
  const workflowKey = crypto.randomUUID();
  render(
    form(
      async (request) => {
        sent.push(request);
        return 'sent';
      },
      { kind: 'suggestion', about: { type: 'workflow', workflowKey } },
    ),
  );
  const user = userEvent.setup();
  expect(screen.getByText(/colleagues can read and vote/)).toBeDefined();
  expect(screen.queryByRole('button', { name: 'Add what the assistant wrote' })).toBeNull();
  await user.selectOptions(
    screen.getByRole('combobox', { name: 'Which step?' }),
    'Draft the letter',
  );
  await user.type(screen.getByRole('textbox'), 'Ask for the fee first.');
  await user.click(screen.getByRole('button', { name: 'Send' }));
  await screen.findByText('Thank you, it arrived');
  expect(sent).toMatchObject([{ about: { type: 'workflow', workflowKey, stepKey: 'draft' } }]);
});
