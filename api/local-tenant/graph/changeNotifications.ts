import type { ListSubscription } from '../storage/directoryRecords';
import type { TenantSwitches } from '../storage/switches';
import type { TenantState } from '../storage/tenantState';

/** Answers a POST to a subscriber, as its endpoint on the network would. */
export type Notify = (request: Request) => Promise<Response>;

/** An endpoint has this long to take a notification, and to echo a validation token. */
const deliveryLimit = 3_000;
const validationLimit = 10_000;
/** The first wait before a notification is sent again; each further one is twice as long. */
const firstRetry = 10_000;
/** How long an endpoint is judged by, and how much later it is told when it is slow. */
const slowWindow = 10 * 60 * 1000;
const slowDelay = 10_000;
const retriedFor = 4 * 60 * 60 * 1000;

interface Pending {
  readonly subscriptionId: string;
  readonly to: string;
  readonly body: unknown;
  readonly firstAt: number;
  attempts: number;
  dueAt: number;
}

export interface ChangeNotifications {
  /** Says that something in a list changed; who subscribed hears that, but not what it was. */
  listChanged(listId: string): void;
  /** Sends `reauthorizationRequired` to each subscription that named a lifecycle address. */
  requireReauthorization(): void;
  /** Asks an endpoint to echo a token; answers why it failed, or undefined when it is fine. */
  validate(url: string, token: string): Promise<string | undefined>;
  /** Delivers what is due by the tenant's clock; answers how many are still waiting. */
  deliverDue(): Promise<number>;
  stop(): void;
}

/** Webhook delivery: a few seconds per answer, retried at growing intervals for four hours. */
export function createChangeNotifications(options: {
  state: TenantState;
  tenantId: string;
  now: () => Date;
  notify: Notify;
  switches: Pick<TenantSwitches, 'slowEndpoint'>;
}): ChangeNotifications {
  const { state, tenantId, now, notify, switches } = options;
  const recent = new Map<string, { at: number; inTime: boolean }[]>();
  let pending: Pending[] = [];
  let timer: NodeJS.Timeout | undefined;
  let stopped = false;

  const isActive = (subscription: ListSubscription) =>
    Date.parse(subscription.expirationDateTime) > now().getTime();

  function enqueue(subscription: ListSubscription, to: string, change: object): void {
    const at = now().getTime();
    pending.push({
      subscriptionId: subscription.id,
      to,
      body: {
        value: [
          {
            subscriptionId: subscription.id,
            subscriptionExpirationDateTime: subscription.expirationDateTime,
            ...(subscription.clientState === undefined
              ? {}
              : { clientState: subscription.clientState }),
            tenantId,
            ...change,
          },
        ],
      },
      firstAt: at,
      attempts: 0,
      dueAt: switches.slowEndpoint === 'delayed' && isSlow(to) ? at + slowDelay : at,
    });
    arm();
  }

  /** Deliveries run by themselves on the machine's clock; a tenant with a clock of its own calls `deliverDue`. */
  function arm(): void {
    if (stopped || timer !== undefined || pending.length === 0) return;
    const next = Math.min(...pending.map(({ dueAt }) => dueAt)) - now().getTime();
    timer = setTimeout(
      () => {
        timer = undefined;
        void deliverDue();
      },
      Math.max(0, next),
    );
    timer.unref();
  }

  /** More than a tenth of an endpoint's answers of the last ten minutes came late or not at all. */
  function isSlow(to: string): boolean {
    const answers = (recent.get(to) ?? []).filter(({ at }) => at > now().getTime() - slowWindow);
    recent.set(to, answers);
    return answers.filter(({ inTime }) => !inTime).length > answers.length / 10;
  }

  async function deliver(waiting: Pending): Promise<void> {
    const subscription = state.subscriptions.get(waiting.subscriptionId);
    if (!subscription || !isActive(subscription)) return;
    const answer = await within(deliveryLimit, () =>
      notify(
        new Request(waiting.to, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(waiting.body),
        }),
      ),
    );
    const inTime = answer?.ok === true;
    recent.set(waiting.to, [...(recent.get(waiting.to) ?? []), { at: now().getTime(), inTime }]);
    if (inTime) return;
    const wait = firstRetry * 2 ** waiting.attempts;
    waiting.attempts += 1;
    waiting.dueAt = now().getTime() + wait;
    if (waiting.dueAt <= waiting.firstAt + retriedFor && !stopped) pending.push(waiting);
  }

  async function deliverDue(): Promise<number> {
    const at = now().getTime();
    const due = pending.filter(({ dueAt }) => dueAt <= at);
    pending = pending.filter(({ dueAt }) => dueAt > at);
    await Promise.all(due.map(deliver));
    arm();
    return pending.length;
  }

  return {
    listChanged(listId) {
      for (const subscription of state.subscriptions.values()) {
        if (subscription.listId !== listId || !isActive(subscription)) continue;
        // It names no item, so one that has not gone out yet speaks for this change as well.
        const isAnnounced = pending.some(
          ({ subscriptionId, to, attempts }) =>
            subscriptionId === subscription.id &&
            to === subscription.notificationUrl &&
            attempts === 0,
        );
        if (isAnnounced) continue;
        const { resource } = subscription;
        enqueue(subscription, subscription.notificationUrl, { changeType: 'updated', resource });
      }
    },
    requireReauthorization() {
      for (const subscription of state.subscriptions.values()) {
        const to = subscription.lifecycleNotificationUrl;
        if (to === undefined || !isActive(subscription)) continue;
        enqueue(subscription, to, { lifecycleEvent: 'reauthorizationRequired' });
      }
    },
    async validate(url, token) {
      const address = new URL(url);
      address.searchParams.set('validationToken', token);
      const answer = await within(validationLimit, async () => {
        const response = await notify(
          new Request(address, { method: 'POST', headers: { 'content-type': 'text/plain' } }),
        );
        return { response, text: await response.text() };
      });
      if (!answer) return 'Subscription validation request timed out or failed.';
      const { response, text } = answer;
      if (response.status !== 200) {
        return `Subscription validation request failed. HTTP status code is '${response.status}'.`;
      }
      if (!/^text\/plain\b/i.test(response.headers.get('content-type') ?? '')) {
        return 'Subscription validation request failed. The answer must be text/plain.';
      }
      return text === token
        ? undefined
        : 'Subscription validation request failed. The answer is not the validation token.';
    },
    deliverDue,
    stop() {
      stopped = true;
      clearTimeout(timer);
      pending = [];
    },
  };
}

/** What came in time; undefined when nothing did, or when it failed. */
async function within<T>(milliseconds: number, work: () => Promise<T>): Promise<T | undefined> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => {
      resolve(undefined);
    }, milliseconds);
    timer.unref();
  });
  try {
    return await Promise.race([work().catch(() => undefined), late]);
  } finally {
    clearTimeout(timer);
  }
}
