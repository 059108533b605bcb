import type { Locale } from '@/kernel/vocabulary';
import type { formats } from './formats';
import type { Messages as OurMessages } from './namespaces';

declare module 'next-intl' {
  interface AppConfig {
    Locale: Locale;
    Messages: OurMessages;
    Formats: typeof formats;
  }
}
