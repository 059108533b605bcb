'use client';
import { useEffect, useState } from 'react';

/** Whole seconds since then, moving on every second; null before the first effect and for null. */
export function useSecondsAgo(iso: string | null): number | null {
  const [now, setNow] = useState<number | null>(null);
  useEffect(() => {
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, []);
  if (iso === null || now === null) return null;
  return Math.max(0, Math.round((now - Date.parse(iso)) / 1000));
}
