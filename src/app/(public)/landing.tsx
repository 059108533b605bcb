import { getLocale, getTranslations } from 'next-intl/server';
import { LinkButton } from '@/ui/link-button';
import { LanguageLinks } from '../language-links';
import { Wordmark } from '../wordmark';
import { TiesDrawing } from './ties-drawing';

const points = ['listen', 'people', 'together', 'own'] as const;

/** What Rapport is for, in as many words as needed; nothing here that does not exist. */
export async function Landing() {
  const t = await getTranslations('landing');
  return (
    <div className="mx-auto flex min-h-dvh max-w-280 flex-col px-4 py-6 md:px-9">
      <header className="flex items-center justify-between gap-3">
        <Wordmark />
        <LinkButton href="/sign-in">{t('signIn')}</LinkButton>
      </header>
      <main id="content" className="flex flex-1 flex-col justify-center gap-14 py-12">
        <div className="grid items-center gap-10 md:grid-cols-[minmax(0,1fr)_minmax(0,400px)]">
          <div>
            <h1 className="font-serif text-[2.125rem] leading-[1.15] font-medium tracking-[-.015em] text-balance sm:text-[2.75rem]">
              {t('title')}
            </h1>
            <p className="mt-5 max-w-130 text-lead text-ink-2">{t('text')}</p>
            <div className="mt-7 flex flex-wrap gap-2.5">
              <LinkButton href="/sign-up" tone="primary" className="h-10 px-5">
                {t('signUp')}
              </LinkButton>
              <LinkButton href="/sign-in" className="h-10 px-5">
                {t('signIn')}
              </LinkButton>
            </div>
          </div>
          <TiesDrawing />
        </div>
        <ul className="grid gap-x-8 gap-y-6 border-t border-line pt-8 sm:grid-cols-2 lg:grid-cols-4">
          {points.map((point) => (
            <li key={point}>
              <h2 className="font-serif text-heading font-medium">{t(`points.${point}.title`)}</h2>
              <p className="mt-1.5 text-small text-ink-2">{t(`points.${point}.text`)}</p>
            </li>
          ))}
        </ul>
      </main>
      <footer className="flex justify-center">
        <LanguageLinks locale={await getLocale()} />
      </footer>
    </div>
  );
}
