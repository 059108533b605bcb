'use client';
import { useSyncExternalStore } from 'react';

const never = () => () => undefined;

/** The time zone a new workspace starts with: the browser's own. */
export function BrowserZone() {
  const zone = useSyncExternalStore(
    never,
    () => Intl.DateTimeFormat().resolvedOptions().timeZone,
    () => 'Europe/Berlin',
  );
  return <input type="hidden" name="timeZone" value={zone} />;
}
