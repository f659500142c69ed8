import type { ReactNode } from 'react';

// Stands for `@fluentui/react-charts`: charts measure themselves, and there is no layout in these
// tests. How they are drawn is seen in the browser tests.

export function LineChart({ data }: { data: { chartTitle: string } }) {
  return <div role="img" aria-label={data.chartTitle} />;
}

export function VerticalStackedBarChart({ chartTitle }: { chartTitle: string }) {
  return <div role="img" aria-label={chartTitle} />;
}

export function ResponsiveContainer({ children }: { children: ReactNode }) {
  return children;
}
