import type { ListFilters } from '../../client/queries';
import { type InboxAddress, listParameters } from './inbox-address';

/** What the list endpoint is asked for; also the cache's key, so that server and browser name the same list. */
export function listFilters(address: Pick<InboxAddress, 'view' | 'sort' | 'filters'>): ListFilters {
  return listParameters(address) as ListFilters;
}
