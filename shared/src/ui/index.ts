export * from './EmptyState';
export * from './failureInWords';
export * from './HostThemeProvider';
export * from './LoadError';
export * from './LoadingRows';
export * from './SampleDataBadge';
export { seriesColors } from './seriesColors';
export { uiTexts } from './uiTexts';
export * from './usePointingIcon';
