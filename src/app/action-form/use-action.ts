'use client';
import { useRouter } from 'next/navigation';
import { useTranslations } from 'next-intl';
import { useTransition } from 'react';
import type { ActionResult } from '@/entry/action';
import { errorSentence } from '@/i18n/error-sentence';
import { showToast } from '@/ui/toast';

interface Outcome<Value> {
  /** After it happened: what the toast says, and how to take it back. */
  done?: (value: Value) => { text: string; undo?: () => void } | undefined;
  /** After it was refused; the reason has been shown already. */
  refused?: () => void;
}

/** Milliseconds in which a destructive act can be taken back from its toast. */
const UNDO_MS = 10_000;

/** Runs a server action from a button or a menu: shows what came of it, offers undo, and reads the page anew. */
export function useAction() {
  const errors = useTranslations('errors');
  const common = useTranslations('common');
  const router = useRouter();
  const [isPending, start] = useTransition();
  const run = <Value>(call: () => Promise<ActionResult<Value>>, { done, refused }: Outcome<Value> = {}) =>
    start(async () => {
      const result = await call().catch(() => ({ ok: false, reason: 'unavailable', params: {} }) as const);
      if (!result.ok) {
        showToast({ text: errorSentence(errors, result.reason, result.params), tone: 'bad' });
        return refused?.();
      }
      const toast = done?.(result.value);
      if (toast?.undo) {
        showToast({
          text: toast.text,
          tone: 'good',
          timeout: UNDO_MS,
          action: { label: common('undo'), run: toast.undo },
        });
      } else if (toast) showToast({ text: toast.text, tone: 'good' });
      router.refresh();
    });
  return { run, isPending };
}
