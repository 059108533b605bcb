import { useEffect, useRef } from 'react';
import { announcePresence, type Presence, usePresence as useEveryone } from '../../client/live';
import { useInbox } from '../state/inbox-context';
import { useDirectory } from './use-directory';

export interface Colleague {
  id: string;
  name: string;
  state: Presence['state'];
}

/** Said again before the others forget it (20 s). */
const REPEAT_MS = 8000;

/** Who else looks at or answers this conversation; says the same of oneself while it is open. */
export function usePresence(conversationId: string) {
  const { workspace, member } = useInbox();
  const { members } = useDirectory();
  const present = useEveryone(workspace.slug, conversationId);
  const said = useRef<{ state: Presence['state']; at: number }>({ state: 'gone', at: 0 });

  useEffect(() => {
    const { slug } = workspace;
    const say = (state: Presence['state']) => {
      said.current = { state, at: Date.now() };
      void announcePresence(slug, conversationId, state);
    };
    // Passing by with `j` is no visit.
    const start = setTimeout(() => {
      // Who began to write at once has said so already.
      if (said.current.state === 'gone') say('viewing');
    }, 600);
    const repeat = setInterval(() => {
      if (!document.hidden && said.current.state !== 'gone') say(said.current.state);
    }, REPEAT_MS);
    return () => {
      clearTimeout(start);
      clearInterval(repeat);
      if (said.current.state !== 'gone') say('gone');
    };
  }, [workspace, conversationId]);

  const announce = (state: 'viewing' | 'replying') => {
    if (said.current.state === state && Date.now() - said.current.at < REPEAT_MS) return;
    said.current = { state, at: Date.now() };
    void announcePresence(workspace.slug, conversationId, state);
  };

  const others = present
    .filter(({ memberId, state }) => memberId !== member.id && state !== 'gone')
    .map(({ memberId, state }): Colleague => {
      const name = members.find(({ id }) => id === memberId)?.name ?? '';
      return { id: memberId, name, state };
    })
    .filter(({ name }) => name !== '');
  return { others, announce };
}
