'use client';
import { useTranslations } from 'next-intl';
import { Chip } from '@/ui/chip';
import type { ChannelSummary } from '../contract';
import { healthOf, healthTones } from './health';

export function HealthChip({ channel }: { channel: ChannelSummary }) {
  const t = useTranslations('channels.health');
  const health = healthOf(channel);
  return (
    <Chip small tone={healthTones[health]}>
      {t(health)}
    </Chip>
  );
}
