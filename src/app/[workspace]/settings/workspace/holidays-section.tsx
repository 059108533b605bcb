'use client';
import { useFormatter, useTranslations } from 'next-intl';
import { useState } from 'react';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { RemovableChip } from '@/ui/removable-chip';
import { TextField } from '@/ui/text-field';
import { showToast } from '@/ui/toast';
import { useActionForm } from '../../../action-form/use-action-form';
import { saveScheduleAction } from './actions';

/** Days on which nobody is there. */
export function HolidaysSection({ slug, holidays }: { slug: string; holidays: readonly string[] }) {
  const t = useTranslations('settings.workspace');
  const common = useTranslations('common');
  const format = useFormatter();
  const [dates, setDates] = useState(holidays);
  const [typed, setTyped] = useState('');
  const { form, isPending, error, errorOf } = useActionForm(
    saveScheduleAction.bind(null, slug, 'holidays'),
    () => showToast({ text: common('saved'), tone: 'good' }),
  );
  const add = () => {
    if (!typed) return;
    setDates([...new Set([...dates, typed])].sort());
    setTyped('');
  };
  const shown = (date: string) =>
    format.dateTime(new Date(`${date}T12:00:00Z`), { dateStyle: 'medium', timeZone: 'UTC' });
  const refused = error ?? errorOf('holidays');
  return (
    <form {...form}>
      <FormSection
        title={t('holidays')}
        text={t('holidaysText')}
        actions={
          <Button tone="primary" type="submit" busy={isPending}>
            {isPending ? common('saving') : common('save')}
          </Button>
        }
      >
        {refused ? <Banner tone="bad" live="alert" title={refused} /> : null}
        <input type="hidden" name="holidays" value={JSON.stringify(dates)} />
        {dates.length === 0 ? <p className="text-small text-ink-3">{t('noHolidays')}</p> : null}
        <ul className="flex flex-wrap gap-1.5">
          {dates.map((date) => (
            <li key={date}>
              <RemovableChip
                removeLabel={common('removeNamed', { name: shown(date) })}
                onRemove={() => setDates(dates.filter((one) => one !== date))}
              >
                {shown(date)}
              </RemovableChip>
            </li>
          ))}
        </ul>
        <div className="flex items-end gap-2">
          <TextField
            type="date"
            aria-label={t('holidayDate')}
            value={typed}
            onValueChange={setTyped}
            className="num !w-44"
          />
          <Button onClick={add} className="!h-8">
            {common('add')}
          </Button>
        </div>
      </FormSection>
    </form>
  );
}
