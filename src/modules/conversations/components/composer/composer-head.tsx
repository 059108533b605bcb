'use client';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { ChipButton } from '@/ui/chip';
import { Moment } from '@/ui/moment';
import type { ConversationDetail } from '../../contract';
import type { Colleague } from '../data/use-presence';
import type { ComposerState } from './use-composer';

export interface ComposerHeadProps {
  conversation: ConversationDetail;
  composer: ComposerState;
  presence: readonly Colleague[];
}

/** How one can answer here, why not otherwise, until when, and who is already at it. */
export function ComposerHead({ conversation, composer, presence }: ComposerHeadProps) {
  const t = useTranslations('conversations');
  const { reply, visibility } = conversation;
  const replying = presence.filter(({ state }) => state === 'replying');
  return (
    <div className="flex flex-wrap items-center gap-1.5 px-3 pt-2.25">
      {/* biome-ignore lint/a11y/useSemanticElements: a row of switches, not a form's fieldset */}
      <div role="group" aria-label={t('composer.mode')} className="flex gap-1.5">
        {composer.modes.map((mode) => (
          <ChipButton
            key={mode}
            pressed={mode === composer.mode}
            onClick={() => {
              composer.change({ mode });
              composer.field.current?.focus();
            }}
          >
            {t(`composer.modes.${mode === 'private' && visibility === 'private' ? 'answer' : mode}`)}
          </ChipButton>
        ))}
      </div>
      <span className="flex-1" />
      {replying.length > 0 ? (
        <span role="status" className="flex min-w-0 items-center gap-1.5 text-meta text-ink-3">
          <Avatar id={replying[0]?.id ?? ''} name={replying[0]?.name ?? ''} size={20} />
          <span className="truncate">
            {t('presence.replying', {
              name: replying[0]?.name.split(' ')[0] ?? '',
              others: replying.length - 1,
            })}
          </span>
        </span>
      ) : reply.windowEndsAt && composer.mode !== 'note' ? (
        <span className="truncate text-meta text-ink-3">
          {t('composer.window')} <Moment value={reply.windowEndsAt} />
        </span>
      ) : null}
      {reply.canReply ? null : (
        <p className="w-full text-meta text-warn-ink">{refusal(t, reply.refusedReason)}</p>
      )}
    </div>
  );
}

type Translate = ReturnType<typeof useTranslations<'conversations'>>;

function refusal(t: Translate, reason: string | null): string {
  const key = `replyRefused.${reason ?? 'unknown'}`;
  return t((t.has(key as never) ? key : 'replyRefused.unknown') as 'replyRefused.unknown');
}
