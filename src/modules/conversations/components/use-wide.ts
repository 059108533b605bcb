import { useSyncExternalStore } from 'react';

const query = '(width >= 68.75rem)';

function subscribe(notify: () => void): () => void {
  const media = window.matchMedia(query);
  media.addEventListener('change', notify);
  return () => media.removeEventListener('change', notify);
}

/** Whether the person fits beside the conversation; the server draws it so and leaves hiding to the stylesheet. */
export function useWide(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => true,
  );
}
