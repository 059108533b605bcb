import type { LucideIcon } from 'lucide-react';
import Building from 'lucide-react/icons/building-2';
import Cable from 'lucide-react/icons/cable';
import KeyRound from 'lucide-react/icons/key-round';
import MessageSquareText from 'lucide-react/icons/message-square-text';
import ScrollText from 'lucide-react/icons/scroll-text';
import Tags from 'lucide-react/icons/tags';
import UserRound from 'lucide-react/icons/user-round';
import Users from 'lucide-react/icons/users';
import UsersRound from 'lucide-react/icons/users-round';
import type settingsMessages from '@/i18n/messages/en/settings.json';

export type SettingsSection = keyof typeof settingsMessages.sections;

export interface SettingsEntry {
  /** The folder below `settings/`, and with it the key of its words. */
  id: SettingsSection;
  icon: LucideIcon;
  /** Who does not have it sees neither the line nor the page. */
  permission: string;
}

/** Top to bottom; a later page adds its line here. */
export const settingsEntries: readonly SettingsEntry[] = [
  { id: 'profile', icon: UserRound, permission: 'profile.edit' },
  { id: 'api-keys', icon: KeyRound, permission: 'api_keys.manage_own' },
  { id: 'members', icon: Users, permission: 'members.read' },
  { id: 'teams', icon: UsersRound, permission: 'teams.read' },
  { id: 'tags', icon: Tags, permission: 'tags.read' },
  { id: 'saved-replies', icon: MessageSquareText, permission: 'saved_replies.read' },
  { id: 'channels', icon: Cable, permission: 'channels.manage' },
  { id: 'workspace', icon: Building, permission: 'workspace.configure' },
  { id: 'audit-log', icon: ScrollText, permission: 'audit.read' },
];
