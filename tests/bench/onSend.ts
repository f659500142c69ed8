import { startBareOutlook } from '../events/bareOutlook';
import { benchLine, type Bench } from './benchLine';
import { builtEvents } from './builtChunks';

const megabyte = 1_000_000;
const sends = 120;

/** Bodies of a megabyte that make the check read to the end: all of it the person's own words. */
const paragraphs: readonly string[] = [
  '<p class="MsoNormal"><span lang="EN-GB" style=\'font-size:11.0pt\'>We will come back to you on that by Friday.<o:p></o:p></span></p>\r\n',
  '<div style="font-family: Aptos, Calibri; font-size: 12pt;">Could you tell us whether the annex you attached is final?</div>\n',
  '<table><tr><td>Fee</td><td>1,200</td></tr><tr><td>Frist</td><td>1. M&auml;rz</td></tr></table>',
  'One line without any markup but a & and a { brace, over and over again. ',
];

/**
 * How long `events.js` takes from the event to its completion in the bare engine, whose calls answer
 * at once, with a body of a megabyte. The engine is new for each send, as it is in classic Outlook.
 */
export const onSend: Bench = {
  lines: ['onsend.1mb.p95'],
  async *run() {
    const { code } = await builtEvents();
    const times: number[] = [];
    for (let send = 0; send < sends; send += 1) {
      const paragraph = paragraphs[send % paragraphs.length] ?? '';
      const content = paragraph.repeat(Math.ceil(megabyte / paragraph.length));
      const outlook = startBareOutlook(code, { body: { type: 'html', content } });
      const startedAt = performance.now();
      const [completion] = await outlook.raise('onMessageSend');
      times.push(performance.now() - startedAt);
      if (completion?.['allowEvent'] !== true)
        throw new Error('The check stopped a clean message.');
      if (outlook.seen.saves !== 1) throw new Error('The check was not made to its end.');
    }
    times.sort((a, b) => a - b);
    yield benchLine('onsend.1mb.p95', times[Math.floor(times.length * 0.95)] ?? NaN, 'ms');
  },
};
