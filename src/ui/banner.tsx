import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import TriangleAlert from 'lucide-react/icons/triangle-alert';
import type { ReactNode } from 'react';
import { icon } from './icon';

export type BannerTone = 'info' | 'warn' | 'bad' | 'good' | 'super';

export interface BannerProps {
  tone?: BannerTone;
  /** The sentence that counts. */
  title: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
  /** Announce at once (`alert`) or when convenient (`status`); silent when it was there from the start. */
  live?: 'alert' | 'status';
  icon?: ReactNode;
}

const tones: Record<BannerTone, string> = {
  info: 'bg-accent-soft text-accent',
  warn: 'bg-warn-soft text-warn-ink',
  bad: 'bg-bad-soft text-bad-ink',
  good: 'bg-good-soft text-good-ink',
  super: 'bg-super-soft text-super-ink',
};

const signs: Record<BannerTone, ReactNode> = {
  info: <Info {...icon} />,
  warn: <TriangleAlert {...icon} />,
  bad: <CircleAlert {...icon} />,
  good: <CircleCheck {...icon} />,
  super: <Info {...icon} />,
};

/** Something about this page or pane that stays true until it changes. */
export function Banner({ tone = 'info', title, children, actions, live, icon: sign }: BannerProps) {
  return (
    <div
      {...(live ? { role: live } : {})}
      className={`flex items-start gap-2.5 rounded-r2 px-3.5 py-2.5 text-small ${tones[tone]}`}
    >
      <span className="mt-0.5 shrink-0">{sign ?? signs[tone]}</span>
      <div className="min-w-0 flex-1">
        <p className="font-semibold">{title}</p>
        {children ? <div className="mt-0.5">{children}</div> : null}
        {actions ? <div className="mt-2 flex flex-wrap gap-2">{actions}</div> : null}
      </div>
    </div>
  );
}
