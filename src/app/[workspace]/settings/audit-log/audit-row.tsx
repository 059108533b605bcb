import Bot from 'lucide-react/icons/bot';
import { getTranslations } from 'next-intl/server';
import type { AuditLine } from '@/modules/workspaces/contract';
import { Avatar } from '@/ui/avatar';
import { icon } from '@/ui/icon';
import { Moment } from '@/ui/moment';

/** One line: a sentence where there is one for the action, else its name as the system writes it. */
export async function AuditRow({ line }: { line: AuditLine }) {
  const t = await getTranslations('settings.audit');
  const key = `actions.${line.action.replace('.', '_')}` as Parameters<typeof t>[0];
  const detail = detailOf(line);
  return (
    <div className="flex flex-wrap items-start gap-x-3 px-4 py-2.5">
      {line.member ? (
        <Avatar id={line.member.id} name={line.member.name} size={24} />
      ) : (
        <span className="grid size-6 shrink-0 place-items-center rounded-full bg-sunken text-ink-3">
          <Bot {...icon} />
        </span>
      )}
      <div className="min-w-0 flex-1 basis-48 pt-0.5">
        <p className="text-small">
          <span className="font-medium">{line.member?.name ?? t('system')}</span>{' '}
          {t.has(key) ? (
            <span className="text-ink-2">{t(key)}</span>
          ) : (
            <code className="font-mono text-meta text-ink-2">{line.action}</code>
          )}
        </p>
        {detail ? <p className="truncate text-meta text-ink-3">{detail}</p> : null}
      </div>
      <span className="pt-1 pl-9 text-meta text-ink-3 sm:pl-0">
        <Moment value={line.createdAt} style="full" />
      </span>
    </div>
  );
}

/** The few words that say about whom or what; structures stay with the row. */
function detailOf({ data, subjectName, member }: AuditLine): string {
  const words = Object.values(data).filter((value) => typeof value === 'string' || typeof value === 'number');
  return [...(subjectName && subjectName !== member?.name ? [subjectName] : []), ...words].join(' · ');
}
