'use client';
import Check from 'lucide-react/icons/check';
import Clock from 'lucide-react/icons/clock';
import Globe from 'lucide-react/icons/globe';
import NotebookPen from 'lucide-react/icons/notebook-pen';
import Sparkles from 'lucide-react/icons/sparkles';
import Timer from 'lucide-react/icons/timer';
import UserPlus from 'lucide-react/icons/user-plus';
import { useTranslations } from 'next-intl';
import type { ReactNode } from 'react';
import { Avatar } from '@/ui/avatar';
import { Banner } from '@/ui/banner';
import { Button } from '@/ui/button';
import { Chip, ChipButton } from '@/ui/chip';
import { Pane } from '@/ui/frame/pane';
import { icon, iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Moment } from '@/ui/moment';
import { TextArea } from '@/ui/text-area';

/** The conversation pane: bar, thread, reply box. */
export function SampleConversation() {
  const t = useTranslations('design');
  const v = useTranslations('vocabulary');
  return (
    <Pane
      label={t('tabConversation')}
      ground="paper"
      className="max-md:hidden"
      bar={
        <>
          <h2 className="min-w-0 flex-1 truncate font-semibold">Zeltgestänge gebrochen, Tour am Freitag</h2>
          <Button icon={<UserPlus {...icon} />}>Mira</Button>
          <IconButton label={t('snooze')} shortcut="s" icon={<Clock {...icon} />} />
          <Button tone="primary" icon={<Check {...icon} />} shortcut="e">
            {t('resolve')}
          </Button>
        </>
      }
    >
      <div className="flex flex-wrap gap-1.5 px-7 pt-2.5">
        <Chip icon={<Globe {...iconSmall} />}>{t('public')}</Chip>
        <Chip tone="attention" icon={<Timer {...iconSmall} />}>
          {t('waiting')}
        </Chip>
      </div>
      <div
        role="log"
        aria-label={t('tabHistory')}
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
        tabIndex={0}
        className="flex min-h-0 flex-1 flex-col gap-5 overflow-y-auto px-7 py-4 -outline-offset-2"
      >
        <Utterance id="p1" name="Jonas Weber" age={42}>
          Kann mir jemand sagen, ob man die Stange der Polaris 2 einzeln bekommt? Meine ist beim Aufbau
          gebrochen und Freitag gehts auf den Alta Via.
        </Utterance>
        <div className="ml-11">
          <Utterance
            id="marta"
            name="Marta Seidl"
            age={23}
            badge={
              <Chip small tone="super" icon={<Sparkles {...iconSmall} />}>
                {v('superfan')}
              </Chip>
            }
          >
            Hatte ich auch! Segment 4, 8,5 mm. Mit einer Reparaturhülse kommst du locker über die Tour, passt
            zur Not auch die vom Vorgängermodell.
          </Utterance>
        </div>
        <Banner tone="warn" icon={<NotebookPen {...icon} />} title="Lukas B.">
          Segment 4 liegt im Lager Winterthur, 31 Stück.
        </Banner>
      </div>
      <ReplyBox />
    </Pane>
  );
}

interface UtteranceProps {
  id: string;
  name: string;
  age: number;
  badge?: ReactNode;
  children: ReactNode;
}

function Utterance({ id, name, age, badge, children }: UtteranceProps) {
  return (
    <article className="flex gap-3">
      <Avatar id={id} name={name} size={34} />
      <div className="min-w-0 max-w-160 flex-1">
        <div className="flex items-center gap-2">
          <span className="font-semibold">{name}</span>
          {badge}
          <span className="flex-1" />
          <Moment
            value={new Date(Date.now() - age * 60_000)}
            style="clock"
            className="text-meta text-ink-3"
          />
        </div>
        <p className="mt-0.5 text-[.9375rem] leading-5.5">{children}</p>
      </div>
    </article>
  );
}

function ReplyBox() {
  const t = useTranslations('design');
  const v = useTranslations('vocabulary');
  return (
    <div className="mx-7 mb-5 rounded-r3 border border-line bg-surface p-3 shadow-high focus-within:border-line-control">
      <div className="flex flex-wrap gap-1.5">
        <ChipButton pressed>{t('answerPublic')}</ChipButton>
        <ChipButton pressed={false}>{v('visibility.private')}</ChipButton>
        <ChipButton pressed={false}>{v('kind.note')}</ChipButton>
      </div>
      <TextArea
        bare
        rows={2}
        aria-label={t('reply')}
        defaultValue="Hallo Jonas, Segment 4 (8,5 mm) gibts einzeln für 12 €. Wir haben eins für dich zurückgelegt, per Express ist es morgen da. Danke Marta für den Tipp mit der Hülse!"
      />
      <div className="mt-1 flex items-center gap-3 border-t border-dashed border-line pt-2.5">
        <Chip tone="good">{t('granted')}</Chip>
        <span className="flex-1" />
        <span className="num text-meta text-ink-3">214 / 8000</span>
        <Button tone="primary" size="small" shortcut="mod+Enter">
          {t('reply')}
        </Button>
      </div>
    </div>
  );
}
