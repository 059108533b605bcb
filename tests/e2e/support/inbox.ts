import type { Page } from '@playwright/test';
import { t } from './words';

/** The places of the inbox by what people call them. */
export function inboxOf(page: Page) {
  const thread = page.getByRole('region', { name: t('inbox.thread.pane'), exact: true });
  return {
    list: page.getByRole('listbox', { name: t('inbox.list.label') }),
    /** The line of the list about a person or a subject. */
    row: (text: string) =>
      page
        .getByRole('listbox', { name: t('inbox.list.label') })
        .getByRole('option')
        .filter({ hasText: text }),
    thread,
    messages: page.getByRole('region', { name: t('conversations.thread.label') }),
    message: (text: string) => page.getByRole('article').filter({ hasText: text }),
    reply: page.getByRole('textbox', { name: t('conversations.composer.field.public'), exact: true }),
    note: page.getByRole('textbox', { name: t('conversations.composer.field.note'), exact: true }),
    send: page.getByRole('button', { name: t('conversations.composer.send') }),
    toast: (text: string) => page.getByRole('dialog').filter({ hasText: text }),
    heading: thread.getByRole('heading', { level: 2 }),
  };
}
