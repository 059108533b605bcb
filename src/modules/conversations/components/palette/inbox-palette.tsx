'use client';
import { useInfiniteQuery } from '@tanstack/react-query';
import Inbox from 'lucide-react/icons/inbox';
import UserPlus from 'lucide-react/icons/user-plus';
import { useTranslations } from 'next-intl';
import { useDeferredValue, useState } from 'react';
import { Avatar } from '@/ui/avatar';
import type { CommandGroup } from '@/ui/command';
import { CommandPalette } from '@/ui/command-palette';
import { icon } from '@/ui/icon';
import { NetworkMark } from '@/ui/network-mark';
import { useShortcutList } from '@/ui/use-shortcuts';
import { searchOptions } from '../../client/queries';
import { standardViews } from '../address/inbox-address';
import { useAddress, useAddressStore } from '../address/use-address';
import { useDirectory } from '../data/use-directory';
import { useTriage } from '../data/use-triage';
import { useInbox } from '../state/inbox-context';

/** Everything by name: what keys do, views, colleagues to give it to, people and conversations. */
export default function InboxPalette({ onClose }: { onClose: () => void }) {
  const common = useTranslations('common');
  const [query, setQuery] = useState('');
  const found = useFound(useDeferredValue(query.trim()));
  const groups = [useActions(), useViews(), useAssignees(), ...found.groups];
  return (
    <CommandPalette
      open
      onOpenChange={(open) => !open && onClose()}
      groups={groups}
      onQueryChange={setQuery}
      loading={found.isLoading}
      label={common('palette')}
      placeholder={common('palettePlaceholder')}
      emptyText={common('nothingFound')}
    />
  );
}

/** Whatever a key does right now can be done by its name too. */
function useActions(): CommandGroup {
  const t = useTranslations('inbox');
  const [shortcuts] = useState(useShortcutList());
  const distinct = new Map(
    shortcuts
      .filter(({ keys }) => !['mod+k', '/', 'Escape', 'F6', 'shift+F6'].includes(keys))
      .map((one) => [one.keys, one]),
  );
  return {
    id: 'actions',
    label: t('palette.actions'),
    commands: [...distinct.values()].map((one) => ({
      id: one.keys.replaceAll(' ', '-'),
      label: one.label,
      hint: one.group,
      shortcut: one.keys,
      // The palette gives the focus back first; what opens next must not lose it again.
      run: () => void setTimeout(() => one.run(new KeyboardEvent('keydown')), 0),
    })),
  };
}

function useViews(): CommandGroup {
  const t = useTranslations('inbox');
  const address = useAddressStore();
  const { savedViews, teams } = useDirectory();
  const glyph = <Inbox {...icon} />;
  return {
    id: 'views',
    label: t('palette.views'),
    commands: [
      ...standardViews.map((view) => ({
        id: `view-${view}`,
        label: t(`views.${view}`),
        icon: glyph,
        run: () => address.go({ view, filters: {}, conversationId: null }),
      })),
      ...savedViews.map(({ id, name, sort }) => ({
        id: `view-${id}`,
        label: name,
        icon: glyph,
        run: () => address.go({ view: id, sort, filters: {}, conversationId: null }),
      })),
      ...teams.map(({ id, name }) => ({
        id: `team-${id}`,
        label: name,
        icon: glyph,
        run: () => address.go({ view: 'open', filters: { team: id }, conversationId: null }),
      })),
    ],
  };
}

function useAssignees(): CommandGroup {
  const t = useTranslations('inbox');
  const selected = useAddress((address) => address.conversationId);
  const { members } = useDirectory();
  const triage = useTriage();
  return {
    id: 'assign',
    label: t('triage.assign'),
    commands: selected
      ? members.map(({ id, name }) => ({
          id: `assign-${id}`,
          label: t('palette.assignTo', { name }),
          icon: <UserPlus {...icon} />,
          run: () => triage([selected], { type: 'assign', assigneeId: id }),
        }))
      : [],
  };
}

function useFound(query: string): { groups: CommandGroup[]; isLoading: boolean } {
  const t = useTranslations('inbox');
  const networks = useTranslations('networks');
  const address = useAddressStore();
  const { workspace } = useInbox();
  const { data, isFetching } = useInfiniteQuery({
    ...searchOptions(workspace.slug, query),
    enabled: query.length > 1,
  });
  const first = query.length > 1 ? data?.pages[0] : undefined;
  if (!first) return { groups: [], isLoading: isFetching };
  const people = first.people.data.map((person) => ({
    id: `person-${person.id}`,
    label: person.name,
    ...(person.handles[0] ? { hint: person.handles[0] } : {}),
    icon: <Avatar id={person.id} name={person.name} size={20} />,
    run: () =>
      address.go({ view: 'all', sort: 'newest', filters: { contact: person.id }, conversationId: null }),
  }));
  const messages = first.data.map((message) => ({
    id: `message-${message.id}`,
    label: message.conversation.subject?.toWellFormed() || message.excerpt.toWellFormed(),
    hint: message.conversation.contact?.name ?? networks(message.conversation.channel.network),
    icon: <NetworkMark network={message.conversation.channel.network} />,
    run: () => address.go({ conversationId: message.conversationId }),
  }));
  const everything = {
    id: 'search-list',
    label: t('palette.searchList', { query }),
    icon: <Inbox {...icon} />,
    run: () => address.go({ view: 'all', filters: { q: query }, conversationId: null }),
  };
  return {
    groups: [
      { id: 'people', label: t('palette.people'), commands: people, searched: true },
      {
        id: 'messages',
        label: t('palette.conversations'),
        commands: [...messages, everything],
        searched: true,
      },
    ],
    isLoading: isFetching,
  };
}
