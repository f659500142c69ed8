import type { PanelName } from './panelName';
import { reports } from '../reports';
import { ReportTable } from './ReportTable';
import type { Shown } from './shown';

/** A chart's twin: the panel's figures as a table. */
export function PanelTable({ name, shown }: { name: PanelName; shown: Shown }) {
  return <ReportTable report={reports[name](shown)} short />;
}
