import * as bench from './bench/route';
import { type ApiRoute, describedRoutes } from './described-routes';
import * as openapiJson from './v1/openapi.json/route';

/** Every route below `app/api` but sign-in: what the plain server in front of Next.js hosts. */
export const apiRoutes: readonly ApiRoute[] = [
  ...describedRoutes,
  { path: '/api/v1/openapi.json', handlers: openapiJson },
  { path: '/api/bench', handlers: bench },
];
