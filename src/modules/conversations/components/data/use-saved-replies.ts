import { useQuery } from '@tanstack/react-query';
import { savedRepliesOptions } from '../../client/queries';
import type { SavedReply } from '../../contract/saved';
import { useInbox } from '../state/inbox-context';

const none: readonly SavedReply[] = [];

/** The workspace's saved replies, once somebody asks for them. */
export function useSavedReplies(isAsked: boolean): readonly SavedReply[] {
  const { slug } = useInbox().workspace;
  return useQuery({ ...savedRepliesOptions(slug), enabled: isAsked }).data ?? none;
}
