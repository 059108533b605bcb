'use client';
import AtSign from 'lucide-react/icons/at-sign';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Mail from 'lucide-react/icons/mail';
import { useFormatter, useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Chip } from '@/ui/chip';
import { DefinitionList } from '@/ui/definition-list';
import { Pane } from '@/ui/frame/pane';
import { icon, iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';

/** The person pane: who this is, what they value, what they allowed. */
export function SamplePerson() {
  const t = useTranslations('design');
  const c = useTranslations('common');
  const format = useFormatter();
  const euro = (amount: number) =>
    format.number(amount, { style: 'currency', currency: 'EUR', maximumFractionDigits: 0 });
  return (
    <Pane label="Jonas Weber" className="max-xl:hidden">
      <div className="flex min-h-0 flex-1 flex-col gap-4 overflow-y-auto p-4.5">
        <div className="flex items-center gap-3">
          <Avatar id="p1" name="Jonas Weber" size={48} />
          <div className="min-w-0 flex-1">
            <h2 className="truncate text-heading leading-5.5 font-semibold tracking-[-.015em]">
              Jonas Weber
            </h2>
            <p className="text-meta text-ink-3">Bozen · Deutsch · 2021</p>
          </div>
          <IconButton label={c('moreActions')} icon={<Ellipsis {...icon} />} />
        </div>
        <div className="flex flex-wrap gap-1.5">
          <Chip icon={<AtSign {...iconSmall} />}>jonas.weber</Chip>
          <Chip tone="accent">{t('tag')}</Chip>
        </div>
        <p className="quote border-t border-line pt-4">{t('quoteSample')}</p>
        <div className="border-t border-line pt-4">
          <DefinitionList
            layout="figures"
            items={[
              { id: 'a', term: t('valueToday'), value: euro(640), doubt: '± 90' },
              { id: 'b', term: t('valuePossible'), value: euro(1900) },
              { id: 'c', term: t('helps'), value: '9 ×' },
              { id: 'd', term: t('reach'), value: format.number(2310) },
            ]}
          />
        </div>
        <div className="flex flex-wrap gap-1.5 border-t border-line pt-4">
          <Chip tone="good" icon={<Mail {...iconSmall} />}>
            {t('granted')}
          </Chip>
        </div>
      </div>
    </Pane>
  );
}
