import type { ErasureResponse, PersonalDataResponse } from '@last-mile/shared/privacy';
import { recordAudit } from '../../auth/auditTrail';
import { createErasures, type Erasures, type ErasuresDependencies } from './erasures';
import { heldData } from './heldData';
import { marksOf } from './marks';

/** What is held of people: shown, handed out, erased. */
export interface PersonalData {
  readonly erasures: Erasures;
  of(userId: string): Promise<PersonalDataResponse>;
  /** The same for somebody else; that it was handed out is written down. */
  exported(userId: string, actorId: string): Promise<PersonalDataResponse>;
  /** Takes the wish down and begins; see {@link Erasures.ask}. */
  erase(userId: string, clientKey: string, actorId: string): Promise<ErasureResponse>;
}

export function createPersonalData(dependencies: ErasuresDependencies): PersonalData {
  const { database, lists, digestsOf, unnamed, now } = dependencies;
  const erasures = createErasures(dependencies);

  async function of(userId: string) {
    const marks = await marksOf(database, { userId, digests: digestsOf(userId) }, unnamed);
    return heldData({ database, lists }, marks, now());
  }

  return {
    erasures,
    of,

    async exported(userId, actorId) {
      await recordAudit(database, {
        ...{ at: now(), actorId, action: 'privacy.exported', programmeKey: null },
        // Whose it was can be told by who knows the person, and by nobody else.
        subject: digestsOf(userId)['usage subjects'].toString('hex'),
      });
      return of(userId);
    },

    async erase(userId, clientKey, actorId) {
      const answer = await erasures.ask(userId, clientKey, actorId);
      if (answer.erasure?.doneAt === null) void erasures.resume();
      return answer;
    },
  };
}
