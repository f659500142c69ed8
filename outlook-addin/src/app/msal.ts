import { createNestablePublicClientApplication } from '@azure/msal-browser';

// Named, so that the rest of msal-browser is left out of this chunk.
export { createNestablePublicClientApplication };
