import ChevronRight from 'lucide-react/icons/chevron-right';
import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import { icon } from '@/ui/icon';
import type { SettingsEntry } from './settings-navigation';

/** All pages with what they are for. */
export async function SettingsOverview({
  slug,
  entries,
}: {
  slug: string;
  entries: readonly SettingsEntry[];
}) {
  const t = await getTranslations('settings');
  return (
    <ul className="overflow-hidden rounded-r3 border border-line bg-surface">
      {entries.map(({ id, icon: Icon }) => (
        <li key={id} className="border-b border-line last:border-b-0">
          <Link
            href={`/${slug}/settings/${id}`}
            className="flex items-center gap-3.5 px-4 py-3.5 -outline-offset-2 hover:bg-hover"
          >
            <span className="grid size-9 shrink-0 place-items-center rounded-r2 bg-sunken text-ink-2">
              <Icon {...icon} />
            </span>
            <span className="min-w-0 flex-1">
              <span className="block font-medium">{t(`sections.${id}.title`)}</span>
              <span className="block text-small text-ink-3">{t(`sections.${id}.text`)}</span>
            </span>
            <ChevronRight {...icon} className="shrink-0 text-ink-3" />
          </Link>
        </li>
      ))}
    </ul>
  );
}
