export * from './dataKinds';
export * from './erasure';
export * from './personalData';
