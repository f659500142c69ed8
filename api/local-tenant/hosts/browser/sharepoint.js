import { startHostBar } from './page.js';

startHostBar();
