import { cookies, headers } from 'next/headers';
import { getRequestConfig } from 'next-intl/server';
import { formats } from './formats';
import { loadMessages } from './load-messages';
import { decideLocale, localeCookie, localeOf } from './locale';

/**
 * What next-intl knows of a request. The time zone is the workspace's and not known here: screens get it through
 * ClientMessages; on the server pass `{ timeZone }` to the formatter or render a `Moment`.
 */
export default getRequestConfig(async ({ locale: asked }) => {
  const locale =
    localeOf(asked) ??
    decideLocale((await cookies()).get(localeCookie)?.value, (await headers()).get('accept-language'));
  return { locale, messages: await loadMessages(locale), formats, timeZone: 'UTC' };
});
