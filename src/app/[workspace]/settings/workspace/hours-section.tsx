'use client';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import type { BusinessHours, Span, Weekday } from '@/kernel/business-hours';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { FormSection } from '@/ui/form-section';
import { showToast } from '@/ui/toast';
import { useActionForm } from '../../../action-form/use-action-form';
import { saveScheduleAction } from './actions';
import { HoursDay } from './hours-day';

const WORKING_DAYS: readonly Weekday[] = ['tuesday', 'wednesday', 'thursday', 'friday'];

export interface HoursSectionProps {
  slug: string;
  hours: BusinessHours;
  /** Handed in, so that the browser does not load the calendar for seven names. */
  days: readonly Weekday[];
}

/** When somebody is there: several spans a day, what is counted in opening time follows it. */
export function HoursSection({ slug, hours, days }: HoursSectionProps) {
  const t = useTranslations('settings.workspace');
  const common = useTranslations('common');
  const [week, setWeek] = useState(hours);
  const { form, isPending, error, errorOf } = useActionForm(
    saveScheduleAction.bind(null, slug, 'businessHours'),
    () => showToast({ text: common('saved'), tone: 'good' }),
  );
  const setDay = (day: Weekday, spans: readonly Span[]) => setWeek({ ...week, [day]: spans });
  const copyMonday = () =>
    setWeek({ ...week, ...Object.fromEntries(WORKING_DAYS.map((day) => [day, week.monday])) });
  return (
    <form {...form}>
      <FormSection
        title={t('hours')}
        text={t('hoursText')}
        actions={
          <>
            <Button tone="primary" type="submit" busy={isPending}>
              {isPending ? common('saving') : common('save')}
            </Button>
            <Button tone="quiet" onClick={copyMonday}>
              {t('copyMonday')}
            </Button>
          </>
        }
      >
        {error ? <Banner tone="bad" live="alert" title={error} /> : null}
        <input type="hidden" name="businessHours" value={JSON.stringify(week)} />
        <div className="flex flex-col divide-y divide-line rounded-r3 border border-line bg-surface">
          {days.map((day) => (
            <HoursDay
              key={day}
              day={day}
              spans={week[day]}
              error={errorOf(`businessHours.${day}`)}
              onChange={(spans) => setDay(day, spans)}
            />
          ))}
        </div>
      </FormSection>
    </form>
  );
}
