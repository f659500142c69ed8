import type { ReactNode } from 'react';

// Stands for `@fluentui/react-charts`: charts measure themselves, and there is no layout in these
// tests. How they are drawn is seen in the browser tests.

interface ChartProps {
  svgProps: { 'aria-label': string };
}

export function LineChart({ svgProps }: ChartProps) {
  return <div role="img" {...svgProps} />;
}

export function VerticalStackedBarChart({ svgProps }: ChartProps) {
  return <div role="img" {...svgProps} />;
}

export function ResponsiveContainer({ children }: { children: ReactNode }) {
  return children;
}
