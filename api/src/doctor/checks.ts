import { addinsCheck, healthCheck } from './address/answers';
import { certificateCheck } from './address/certificate';
import { dnsCheck } from './address/dns';
import { identityCheck } from './address/identity';
import { paneCheck, signInPageCheck, tabCheck } from './address/pages';
import { databaseChecks } from './database/server';
import { listAccessChecks } from './admin/listAccess';
import { clockChecks } from './entra/clocks';
import { notifyingCheck } from './entra/notifying';
import { consentChecks } from './entra/permissions';
import { credentialChecks } from './entra/credentials';
import { registrationChecks } from './entra/registration';
import { signInCheck } from './entra/signIn';
import type { Check } from './finding';
import type { Ground } from './ground';
import { noticeChecks } from './people/notices';
import { reportChecks } from './reports/copilotReport';
import { graphCheck } from './sharepoint/graphAnswers';
import { listChecks } from './sharepoint/lists';
import { siteCheck, writingCheck } from './sharepoint/site';
import { deliveryChecks } from './workers/delivery';
import { replicaChecks } from './workers/replica';
import { retentionCheck } from './workers/retention';

/** Everything the doctor looks at, in the order in which it is told. */
export const checks: readonly Check<Ground>[] = [
  ...[identityCheck, dnsCheck, certificateCheck, healthCheck],
  ...[tabCheck, paneCheck, signInPageCheck, addinsCheck],
  ...[signInCheck, ...registrationChecks, ...credentialChecks, ...consentChecks, notifyingCheck],
  ...[graphCheck, siteCheck, writingCheck, ...listChecks, ...listAccessChecks],
  ...reportChecks,
  ...[...databaseChecks, ...clockChecks],
  ...[...deliveryChecks, ...replicaChecks, retentionCheck, ...noticeChecks],
];
