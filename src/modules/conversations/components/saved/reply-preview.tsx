'use client';
import { useTranslations } from 'next-intl';
import { ReplyText } from './reply-text';

export interface ReplyPreviewProps {
  text: string;
  language: string | null;
  memberName: string;
  workspaceName: string;
}

/** The reply as an invented person would read it, in the voice's colour like everything the brand says. */
export function ReplyPreview({ text, language, memberName, workspaceName }: ReplyPreviewProps) {
  const t = useTranslations('settings.savedReplies');
  const contactName = t('sampleName');
  const values = {
    'contact.first_name': contactName.split(' ')[0] ?? contactName,
    'contact.name': contactName,
    'member.first_name': memberName.split(' ')[0] ?? memberName,
    'member.name': memberName,
    'workspace.name': workspaceName,
  };
  return (
    <section aria-label={t('preview')} className="flex min-w-0 flex-col gap-1">
      <div className="flex items-baseline justify-between gap-2">
        <h3 className="text-small font-medium">{t('previewFor', { name: contactName })}</h3>
        <span className="num shrink-0 text-meta text-ink-3">{t('length', { count: text.length })}</span>
      </div>
      <div className="rounded-r3 border border-line border-l-3 border-l-accent bg-surface px-3.5 py-3">
        {text.trim() === '' ? (
          <p className="text-ink-3">{t('previewEmpty')}</p>
        ) : (
          <ReplyText text={text} language={language} values={values} />
        )}
      </div>
    </section>
  );
}
