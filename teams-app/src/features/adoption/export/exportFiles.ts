import type { DrawnChart } from '../panel/drawnChart';
import type { PanelName } from '../panel/panelName';
import type { Shown } from '../panel/shown';
import { reports } from '../reports';
import { toCsv } from './csv';
import { download, fileName } from '../../../app/download';
import { drawPicture } from './picture';

/** Saves one panel's figures; gives the file's name. */
export function savePanelCsv(name: PanelName, shown: Shown): string {
  return saveCsv([name], name, shown);
}

/** Saves every panel's figures as one file; gives its name. */
export function savePageCsv(shown: Shown): string {
  return saveCsv(Object.keys(reports) as PanelName[], 'dashboard', shown);
}

/** Saves a picture of what a panel says, with its chart where one is drawn; gives the file's name. */
export async function savePanelPicture(
  name: PanelName,
  shown: Shown,
  chart: DrawnChart | null,
  styled: Element,
): Promise<string> {
  const saved = fileName([shown.whole.programmeName, name, lastWeekOf(shown)], 'png');
  download(await drawPicture({ report: reports[name](shown), shown, chart, styled }), saved);
  return saved;
}

function saveCsv(names: readonly PanelName[], called: string, shown: Shown): string {
  const text = toCsv(
    names.map((name) => reports[name](shown)),
    shown,
  );
  const saved = fileName([shown.whole.programmeName, called, lastWeekOf(shown)], 'csv');
  download(new Blob([text], { type: 'text/csv;charset=utf-8' }), saved);
  return saved;
}

function lastWeekOf({ range }: Shown) {
  return range.weeks.filter(({ state }) => state !== 'running').at(-1)?.week ?? '';
}
