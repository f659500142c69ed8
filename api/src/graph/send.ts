/** The last step of every outgoing request: on a real tenant fetch, on a laptop the local tenant. */
export type Send = (request: Request) => Promise<Response>;
