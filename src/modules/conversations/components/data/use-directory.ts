import { useQuery } from '@tanstack/react-query';
import { tagsOptions } from '@/modules/contacts/client';
import type { TagView } from '@/modules/contacts/contract';
import { membersOptions, teamsOptions } from '@/modules/workspaces/client';
import { viewsOptions } from '../../client/queries';
import type { SavedView } from '../../contract/saved';
import { type ChannelRef, type FilterFields, useInbox } from '../state/inbox-context';

interface Named {
  id: string;
  name: string;
}

export interface Directory {
  members: readonly Named[];
  teams: readonly Named[];
  tags: readonly TagView[];
  savedViews: readonly SavedView[];
  channels: readonly ChannelRef[];
  fields: FilterFields;
}

const none: readonly never[] = [];

/** Names for what conversations only refer to by id; empty lists until they are there. */
export function useDirectory(): Directory {
  const { workspace, channels, fields } = useInbox();
  const { slug } = workspace;
  const members = useQuery(membersOptions(slug)).data ?? none;
  const teams = useQuery(teamsOptions(slug)).data ?? none;
  const tags = useQuery(tagsOptions(slug)).data ?? none;
  const savedViews = useQuery(viewsOptions(slug)).data ?? none;
  return { members, teams, tags, savedViews, channels, fields };
}
