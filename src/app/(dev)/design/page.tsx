import type { Metadata } from 'next';
import { getTranslations } from 'next-intl/server';
import { ClientMessages } from '@/i18n/client-messages';
import { Gallery } from './gallery';

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('design'))('title') };
}

/** The design system on a page of its own: every part in all states, for those who build with it. */
export default function DesignPage() {
  return (
    <ClientMessages namespaces={['design', 'navigation', 'networks', 'vocabulary']} timeZone="Europe/Berlin">
      <Gallery />
    </ClientMessages>
  );
}
