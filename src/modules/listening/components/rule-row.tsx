import Ellipsis from 'lucide-react/icons/ellipsis';
import { useLocale, useTranslations } from 'next-intl';
import { useTriageMutation } from '@/modules/conversations/client/triage';
import { Button } from '@/ui/button';
import { Chip } from '@/ui/chip';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import { useDeleteRule, useReverseRule, useSwitchRule } from '../client';
import type { RuleView } from '../contract';
import { useDoing } from './use-doing';

/** A rule in words, what it silenced, and the ways back. */
export function RuleRow({ slug, rule }: { slug: string; rule: RuleView }) {
  const t = useTranslations('listening');
  const sentence = useRuleSentence();
  const { silenced, latest, isActive } = rule;
  return (
    <div className="px-4 py-3">
      <div className="flex items-start gap-3">
        <div className="min-w-0 flex-1">
          <p className="flex flex-wrap items-center gap-x-2 gap-y-1">
            <span className="font-medium break-words">{sentence(rule)}</span>
            {isActive ? null : <Chip small>{t('silence.resting')}</Chip>}
          </p>
          <p className="num text-meta text-ink-3">{t('silence.silenced', { count: silenced })}</p>
        </div>
        <RuleMenu slug={slug} rule={rule} />
      </div>
      {latest.length > 0 ? (
        <ul className="mt-2 flex flex-col gap-1.5 border-l-2 border-line pl-3">
          {latest.map((one) => (
            <Silenced key={one.conversationId} slug={slug} one={one} />
          ))}
        </ul>
      ) : null}
    </div>
  );
}

function Silenced({ slug, one }: { slug: string; one: RuleView['latest'][number] }) {
  const t = useTranslations('listening');
  const triage = useTriageMutation(slug);
  const doing = useDoing();
  const { conversationId, preview } = one;
  const name = one.author ?? t('unknownAuthor');
  const restore = () =>
    doing(triage.mutateAsync({ conversationId, action: { type: 'unsilence' } }), () => ({
      text: t('silence.restored'),
    }));
  return (
    <li className="flex items-start gap-3 text-small">
      <p dir="auto" className="line-clamp-2 min-w-0 flex-1 text-ink-2">
        <span className="font-medium">{name}</span> <span className="font-serif italic">{preview}</span>
      </p>
      <Button
        size="small"
        tone="quiet"
        aria-label={t('silence.restoreOf', { name })}
        busy={triage.isPending}
        onClick={restore}
      >
        {t('silence.restore')}
      </Button>
    </li>
  );
}

function RuleMenu({ slug, rule: { id: silenceRuleId, isActive } }: { slug: string; rule: RuleView }) {
  const t = useTranslations('listening.silence');
  const common = useTranslations('common');
  const turn = useSwitchRule(slug);
  const reverse = useReverseRule(slug);
  const remove = useDeleteRule(slug);
  const doing = useDoing();
  return (
    <Menu
      align="end"
      trigger={<IconButton label={t('actions')} icon={<Ellipsis {...icon} />} />}
      entries={[
        {
          id: 'reverse',
          label: t('reverse'),
          onSelect: () =>
            doing(reverse.mutateAsync({ silenceRuleId }), ({ restored }) => ({
              text: t('reversed', { count: restored }),
            })),
        },
        {
          id: 'switch',
          label: t(isActive ? 'rest' : 'work'),
          onSelect: () => void turn.mutateAsync({ silenceRuleId, isActive: !isActive }).catch(() => {}),
        },
        {
          id: 'delete',
          label: common('delete'),
          tone: 'danger',
          onSelect: () => doing(remove.mutateAsync({ silenceRuleId }), () => ({ text: t('deleted') })),
        },
      ]}
    />
  );
}

function useRuleSentence(): (rule: RuleView) => string {
  const t = useTranslations('listening.silence');
  const common = useTranslations('common');
  const networks = useTranslations('networks');
  const locale = useLocale();
  return ({ author, words, network, language }) => {
    const parts = [
      author === null ? null : t('from', { author }),
      words.length === 0
        ? null
        : t('with', { words: words.map((word) => common('quoted', { word })).join(', ') }),
      network === null ? null : t('on', { network: networks(network) }),
      language === null
        ? null
        : t('in', {
            language: new Intl.DisplayNames(locale, { type: 'language' }).of(language) ?? language,
          }),
    ].filter((part) => part !== null);
    const [first = '', ...rest] = parts;
    return [first.charAt(0).toLocaleUpperCase(locale) + first.slice(1), ...rest].join(' ');
  };
}
