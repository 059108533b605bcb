import type { LucideIcon } from 'lucide-react';
import Ear from 'lucide-react/icons/ear';
import Inbox from 'lucide-react/icons/inbox';
import Settings from 'lucide-react/icons/settings';
import type navigationMessages from '@/i18n/messages/en/navigation.json';
import type { Namespace } from '@/i18n/namespaces';

export type NavigationWord = keyof typeof navigationMessages;

/** One destination of the frame. What does not exist yet has no line here: no dead links. */
export interface NavigationEntry {
  id: string;
  /** Its name, a key of the `navigation` messages. */
  word: NavigationWord;
  /** Behind `/<workspace>`. */
  path: `/${string}`;
  icon: LucideIcon;
  /** The step of the working cycle it belongs to; none stands at the top. */
  group?: { id: string; letter: string; word: NavigationWord };
  /** `g` and this letter go there. */
  key?: string;
  /** `rail` for the work, `foot` for the end of the rail. */
  place: 'rail' | 'foot';
}

/** Top to bottom. A later screen adds its line here and nowhere else. */
export const navigation: readonly NavigationEntry[] = [
  { id: 'inbox', word: 'inbox', path: '/inbox', icon: Inbox, key: 'i', place: 'rail' },
  { id: 'listening', word: 'listening', path: '/listening', icon: Ear, key: 'l', place: 'rail' },
  { id: 'settings', word: 'settings', path: '/settings', icon: Settings, place: 'foot' },
];

/** What the frame's own client components are told in. */
export const frameNamespaces: readonly Namespace[] = ['navigation', 'vocabulary', 'warnings', 'workspaces'];
