'use client';
import { useMemo } from 'react';
import type { Option } from '@/ui/select';

/** Every time zone the browser knows, and the one in use even if it has another name for it. */
export function useTimeZones(current: string): Option[] {
  return useMemo(() => {
    const names = new Set([...Intl.supportedValuesOf('timeZone'), 'UTC', current]);
    return [...names].sort().map((value) => ({ value, label: value.replaceAll('_', ' ') }));
  }, [current]);
}
