export * from './exchangeFields';
export { toCellText } from './formulaText';
export * from './itemCells';
export * from './longCells';
export * from './markdown';
