import type { generateSpecs } from 'hono-openapi';

/** The OpenAPI document, as it is made of the routes. */
export type OpenApiDocument = Awaited<ReturnType<typeof generateSpecs>>;
