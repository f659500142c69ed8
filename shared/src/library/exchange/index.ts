export * from './exchangeFields';
export * from './itemCells';
export * from './longCells';
export * from './markdown';
