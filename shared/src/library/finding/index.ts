export { createTextIndex, type Found } from './textIndex';
export { createWordNumbers, type WeighedText } from './wordNumbers';
