import { useQuery } from '@tanstack/react-query';
import { countsOptions, viewCountsOptions } from '../../client/queries';
import type { ViewCounts } from '../../contract';
import { useInbox } from '../state/inbox-context';

/** Live counts of views, teams and channels; undefined until known. */
export function useViewCounts(): ViewCounts | undefined {
  return useQuery(countsOptions(useInbox().workspace.slug)).data;
}

/** Live counts of saved views; asked for only where they are shown. */
export function useSavedViewCounts(isShown: boolean): Record<string, number> | undefined {
  return useQuery({ ...viewCountsOptions(useInbox().workspace.slug), enabled: isShown }).data;
}
