import type { Option } from '@/ui/select';

/** JavaScript still lists some places by names they no longer have; people look for today's. */
const renamed: Record<string, string> = {
  'Asia/Katmandu': 'Asia/Kathmandu',
  'Asia/Calcutta': 'Asia/Kolkata',
  'Asia/Saigon': 'Asia/Ho_Chi_Minh',
  'Asia/Rangoon': 'Asia/Yangon',
  'Europe/Kiev': 'Europe/Kyiv',
  'America/Godthab': 'America/Nuuk',
  'Africa/Asmera': 'Africa/Asmara',
  'Atlantic/Faeroe': 'Atlantic/Faroe',
};

/** Every time zone, and the one in use even if it has another name here. Made on the server: browsers' lists differ. */
export function timeZoneOptions(current: string): Option[] {
  const names = Intl.supportedValuesOf('timeZone').map((name) => renamed[name] ?? name);
  return [...new Set([...names, 'UTC', current])]
    .sort()
    .map((value) => ({ value, label: value.replaceAll('_', ' ') }));
}
