import { randomUUID } from 'node:crypto';
import { expect } from 'vitest';
import {
  caseBook,
  type AssistantChangeRequest,
  type CaseBook,
  type CaseRequest,
  type FeedbackRequest,
  type PromptCase,
  type WalkRequest,
} from '@last-mile/shared/feedback';
import type { LibraryItem } from '@last-mile/shared/library';
import { people, type PersonName } from '../testProduct';
import { createFeedbackStage, type FeedbackStage } from './feedbackStage';

/**
 * A product with a prompt of carol's that alice published again because dora had flagged it; each step
 * goes through the API.
 */
export interface CaseStage extends Omit<FeedbackStage, 'inSharePoint' | 'editInSharePoint'> {
  /** A prompt as it is published now, and a flag that its second version mended. */
  fixed(flag?: Partial<FeedbackRequest>): Promise<{ item: LibraryItem; flag: string }>;
  /** Asks to make a case of a flag. */
  askToMake(flag: string, more?: Partial<CaseRequest>, by?: PersonName): Promise<Response>;
  /** A case of a flag, made by alice; its key. */
  make(flag: string): Promise<string>;
  book(itemKey: string, name?: PersonName): Promise<CaseBook>;
  /** The case of an item that has one, as alice sees it. */
  only(itemKey: string): Promise<PromptCase>;
  askToWalk(caseKey: string, more?: Partial<WalkRequest>, by?: PersonName): Promise<Response>;
  /** The same by the item's owner, where it is expected to be kept. */
  walk(caseKey: string, more?: Partial<WalkRequest>): Promise<void>;
  askToChange(more?: Partial<AssistantChangeRequest>, by?: PersonName): Promise<Response>;
  askForConsent(flag: string, consent: boolean, by?: PersonName): Promise<Response>;
  /** The items of a list as people see them in SharePoint: those with such a field. */
  listed(list: string, column: string, value: string): readonly ListedItem[];
  /** Changes an item of a list by hand, of which the product has heard afterwards. */
  editByHand(list: string, clientKey: string, fields: ListedItem['fields']): Promise<void>;
}

interface ListedItem {
  readonly id: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export async function createCaseStage(): Promise<CaseStage> {
  const stage = await createFeedbackStage();
  const { it } = stage;
  const { sharePoint } = it.tenant;

  function listOf(name: string) {
    const list = sharePoint.lists().find(({ displayName }) => displayName === name);
    if (!list) throw new Error(`SharePoint has no list ${name}.`);
    return list;
  }

  async function expectStatus(response: Response, status: number): Promise<unknown> {
    const answer: unknown = await response.json();
    expect([response.status, answer]).toEqual([status, answer]);
    return answer;
  }

  const listed = (name: string, column: string, value: string) =>
    sharePoint.items(listOf(name).id).filter(({ fields }) => fields[column] === value);

  const book = async (itemKey: string, name: PersonName = 'alice') =>
    caseBook.parse(await expectStatus(await it.ask(name, `/api/library/${itemKey}/cases`), 200));

  const askToMake = (flag: string, more: Partial<CaseRequest> = {}, by: PersonName = 'alice') =>
    it.ask(by, '/api/cases', {
      ...{ clientKey: randomUUID(), fromFeedback: flag },
      ...{ input: 'A letter of two pages', wentWrong: 'It invented a ruling.' },
      ...{ mustHold: 'Only rulings that stand in the letter', ...more },
    });

  const askToWalk = (caseKey: string, more: Partial<WalkRequest> = {}, by: PersonName = 'carol') =>
    it.ask(by, `/api/cases/${caseKey}/walks`, {
      ...{ clientKey: randomUUID(), version: 2, outcome: 'held', note: null, ...more },
    });

  return {
    ...stage,
    ...{ book, askToMake, askToWalk, listed },

    async fixed(flag = {}) {
      const first = await stage.publish();
      const about = { type: 'libraryItem', itemKey: first.clientKey, version: 1 } as const;
      const key = await stage.send({ about, caseConsent: true, ...flag }, 'dora');
      const item = await stage.publish(first);
      const { clientKey: itemKey, version } = item;
      const outcome = { route: 'promptAdjusted', itemKey, version } as const;
      await stage.act(key, { do: 'close', outcome, note: null });
      return { item, flag: key };
    },

    async make(flag) {
      const clientKey = randomUUID();
      await expectStatus(await askToMake(flag, { clientKey }), 202);
      await it.settle();
      return clientKey;
    },

    async only(itemKey) {
      const { cases } = await book(itemKey);
      const [one, ...others] = cases;
      if (!one || others.length > 0) throw new Error(`${itemKey} does not have one case.`);
      return one;
    },

    async walk(caseKey, more) {
      await expectStatus(await askToWalk(caseKey, more), 202);
    },

    askToChange: (more = {}, by = 'alice') =>
      it.ask(by, '/api/assistant-changes', {
        ...{ clientKey: randomUUID(), assistant: 'Copilot Chat', changedOn: '2026-11-23' },
        ...{ what: 'It has a new model.', ...more },
      }),

    askForConsent: (flag, consent, by = 'dora') =>
      it.ask(by, `/api/feedback/${flag}/case-consent`, { consent }),

    async editByHand(name, clientKey, fields) {
      const [item] = listed(name, 'ClientKey', clientKey);
      if (!item) throw new Error(`${name} does not hold ${clientKey}.`);
      sharePoint.edit(listOf(name).id, item.id, fields, people.bob);
      await it.settle();
    },
  };
}
