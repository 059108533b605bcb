import { useCallback, useEffect, useState } from 'react';

/** What was put away in this browser; null until it was read, so that nothing flashes up that is put away. */
export function useDismissed(slug: string) {
  const key = `channel-warnings:${slug}`;
  const [signs, setSigns] = useState<readonly string[] | null>(null);
  useEffect(() => setSigns(read(key)), [key]);
  const isDismissed = useCallback((sign: string) => signs === null || signs.includes(sign), [signs]);
  /** @param current every sign there is now: what is past is forgotten */
  const dismiss = (sign: string, current: readonly string[]) => {
    const next = [...(signs ?? []), sign].filter((one) => current.includes(one));
    setSigns(next);
    try {
      localStorage.setItem(key, JSON.stringify(next));
    } catch {
      // A browser that keeps nothing shows it again after a reload.
    }
  };
  return { isDismissed, dismiss };
}

function read(key: string): readonly string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(stored) ? stored.filter((one) => typeof one === 'string') : [];
  } catch {
    return [];
  }
}
