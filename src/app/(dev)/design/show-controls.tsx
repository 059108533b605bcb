'use client';
import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import Globe from 'lucide-react/icons/globe';
import Mail from 'lucide-react/icons/mail';
import Sparkles from 'lucide-react/icons/sparkles';
import Timer from 'lucide-react/icons/timer';
import UserPlus from 'lucide-react/icons/user-plus';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Button } from '@/ui/button';
import { Chip, ChipButton } from '@/ui/chip';
import { Count } from '@/ui/count';
import { icon, iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { LinkButton } from '@/ui/link-button';
import { RemovableChip } from '@/ui/removable-chip';
import { Group, Row } from './group';

/** Colours, type, buttons, chips. */
export function Controls() {
  const t = useTranslations('design');
  return (
    <>
      <Group title={t('type')}>
        <p className="font-serif text-display font-medium tracking-[-.01em]">{t('verdict')}</p>
        <p className="text-body">{t('bodySample')}</p>
        <p className="quote">{t('quoteSample')}</p>
      </Group>
      <Group title={t('colours')}>
        <div className="grid grid-cols-4 gap-2 sm:grid-cols-8">
          {swatches.map((colour) => (
            <div key={colour} className="min-w-0">
              <div className="h-8 rounded-r2 border border-line" style={{ background: `var(--${colour})` }} />
              <div className="truncate text-cap text-ink-3">{colour}</div>
            </div>
          ))}
        </div>
      </Group>
      <Group title={t('buttons')}>
        <Buttons />
      </Group>
      <Group title={t('chips')}>
        <Chips />
      </Group>
    </>
  );
}

const swatches = [
  'paper', 'surface', 'sunken', 'line', 'line-strong', 'ink-3', 'ink-2', 'ink',
  'accent', 'attention', 'good', 'warn', 'bad', 'super', 'accent-soft', 'attention-soft',
  'c1', 'c2', 'c3', 'c4', 'c5', 'c6', 'good-soft', 'super-soft',
]; // biome-ignore format: a table reads better

function Buttons() {
  const t = useTranslations('design');
  return (
    <>
      <Row>
        <Button tone="primary" icon={<Check {...icon} />} shortcut="e">
          {t('resolve')}
        </Button>
        <Button icon={<UserPlus {...icon} />}>{t('assign')}</Button>
        <Button tone="quiet" icon={<Clock {...icon} />}>
          {t('snooze')}
        </Button>
        <Button tone="danger">{t('deleteChannel')}</Button>
        <LinkButton href="#top">{t('emptyAction')}</LinkButton>
      </Row>
      <Row>
        <Button size="small" tone="primary" shortcut="mod+Enter">
          {t('reply')}
        </Button>
        <Button size="small">{t('assign')}</Button>
        <Button busy>{t('reply')}</Button>
        <Button tone="primary" busy>
          {t('reply')}
        </Button>
        <Button disabled>{t('assign')}</Button>
        <Button tone="primary" disabled>
          {t('resolve')}
        </Button>
        <IconButton label={t('snooze')} icon={<Clock {...icon} />} shortcut="s" />
        <IconButton label={t('assign')} icon={<UserPlus {...icon} />} tone="plain" shortcut="a" />
      </Row>
    </>
  );
}

function Chips() {
  const t = useTranslations('design');
  const v = useTranslations('vocabulary');
  const format = useFormatter();
  const [view, setView] = useState('mine');
  const views = [
    ['mine', 12],
    ['open', 31],
    ['everything', 1418],
  ] as const;
  return (
    <>
      <Row>
        {views.map(([id, count]) => (
          <ChipButton key={id} pressed={view === id} count={format.number(count)} onClick={() => setView(id)}>
            {t(id)}
          </ChipButton>
        ))}
        <RemovableChip removeLabel={t('removeTag')} onRemove={() => undefined}>
          {t('tag')}
        </RemovableChip>
      </Row>
      <Row>
        <Chip icon={<Globe {...iconSmall} />}>{t('public')}</Chip>
        <Chip tone="attention" icon={<Timer {...iconSmall} />}>
          {t('waiting')}
        </Chip>
        <Chip tone="warn">{t('spreads')}</Chip>
        <Chip tone="good" icon={<Mail {...iconSmall} />}>
          {t('granted')}
        </Chip>
        <Chip tone="bad">{t('expired')}</Chip>
        <Chip tone="super" icon={<Sparkles {...iconSmall} />}>
          {v('superfan')}
        </Chip>
        <Chip small>{t('tag')}</Chip>
        <Count value="48" />
        <Count value="12" tone="attention" />
        <Count value="3" tone="accent" label={t('unread', { count: 3 })} />
      </Row>
    </>
  );
}
