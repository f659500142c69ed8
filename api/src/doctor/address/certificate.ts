import { nameOfFailure } from '../failure';
import { couldNotCheck, ok, problem, type Check, type Finding } from '../finding';
import type { Ground } from '../ground';
import { Behind } from '../probe';
import type { ShownCertificate } from './publicAddress';

const renewDays = 30;
const dayMs = 86_400_000;

const why = 'Teams and Outlook refuse to open the tab and the pane';

/** Whether the certificate of `host` is trusted, covers the name and lasts another thirty days. */
function judgeCertificate(host: string, shown: ShownCertificate, now: Date): Finding {
  const endsOn = shown.endsAt.toISOString().slice(0, 10);
  const days = Math.floor((shown.endsAt.getTime() - now.getTime()) / dayMs);
  const renew = `Renew the certificate of ${host} where TLS ends (Azure portal → the app → Custom domains), and look why it was not renewed by itself.`;
  if (days < 0) return problem(`its certificate ended on ${endsOn}`, why, renew);
  if (!shown.coversName) {
    return problem(
      `its certificate is for another name than ${host}`,
      why,
      `Bind a certificate that names ${host} (Azure portal → the app → Custom domains → Add binding).`,
    );
  }
  if (shown.distrust !== null) {
    return problem(
      `its certificate is not trusted (${shown.distrust})`,
      why,
      `Serve ${host} with a certificate of a public authority, together with its intermediate certificates.`,
    );
  }
  if (days < renewDays) {
    return problem(
      `its certificate ends on ${endsOn}, in ${days} days`,
      `after that ${why}`,
      renew,
    );
  }
  return ok(`the certificate covers ${host} until ${endsOn}`);
}

export const certificateCheck: Check<Ground> = {
  id: 'address.certificate',
  title: 'TLS certificate of the public host',
  async look({ address, now }) {
    try {
      return judgeCertificate(address.site.host, await address.certificate.result(), now());
    } catch (error) {
      if (error instanceof Behind) throw error;
      const failure = nameOfFailure(error);
      if (failure === 'ECONNREFUSED') {
        return problem(
          `nothing listens on ${address.site.host}, port 443`,
          'nobody reaches the tab, the pane or the API',
          'Start the API, and let its ingress take https on port 443.',
        );
      }
      return couldNotCheck(
        `no TLS connection came about (${failure})`,
        'whether Teams and Outlook may trust the address is not known',
        `Ask from another machine: curl -v https://${address.site.host}/api/health`,
      );
    }
  },
};
