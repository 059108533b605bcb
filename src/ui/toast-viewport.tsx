'use client';
import { Toast as Base } from '@base-ui/react/toast';
import clsx from 'clsx';
import CircleAlert from 'lucide-react/icons/circle-alert';
import CircleCheck from 'lucide-react/icons/circle-check';
import Info from 'lucide-react/icons/info';
import X from 'lucide-react/icons/x';
import { type ReactNode, useEffect } from 'react';
import { buttonClass, iconButtonClass } from './button-style';
import { icon, iconSmall } from './icon';
import { takeToasts, type WaitingToast } from './toast';

const manager = Base.createToastManager();

/** A live region has to be on the page for a moment before what comes into it is read out. */
const BEFORE_READING = 100;

/** Where toasts show from now on. */
export function ToastViewport({ closeLabel }: { closeLabel: string }) {
  useEffect(() => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = takeToasts(add);
    }, BEFORE_READING);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, []);
  return (
    <Base.Provider toastManager={manager} limit={3}>
      <Base.Portal>
        {/* On the left: on the right they would lie on the composer and its button. */}
        <Base.Viewport className="pointer-events-none fixed inset-x-3 bottom-18 z-70 flex flex-col-reverse items-center gap-2 md:inset-x-auto md:left-5 md:bottom-5 md:w-92 md:items-stretch">
          <ToastList closeLabel={closeLabel} />
        </Base.Viewport>
      </Base.Portal>
    </Base.Provider>
  );
}

function add({ request }: WaitingToast): () => void {
  const tone = request.tone ?? 'info';
  const { action } = request;
  const id: string = manager.add({
    title: request.text,
    ...(request.detail ? { description: request.detail } : {}),
    type: tone,
    timeout: request.timeout ?? (tone === 'bad' ? 0 : 6000),
    priority: tone === 'bad' ? 'high' : 'low',
    ...(action
      ? {
          actionProps: {
            children: action.label,
            onClick: () => {
              manager.close(id);
              action.run();
            },
          },
        }
      : {}),
  });
  return () => manager.close(id);
}

const toneIcons: Record<string, ReactNode> = {
  info: <Info {...icon} className="mt-0.5 shrink-0 text-accent" />,
  good: <CircleCheck {...icon} className="mt-0.5 shrink-0 text-good" />,
  bad: <CircleAlert {...icon} className="mt-0.5 shrink-0 text-bad" />,
};

function ToastList({ closeLabel }: { closeLabel: string }) {
  const { toasts } = Base.useToastManager();
  return toasts.map((toast) => (
    <Base.Root
      key={toast.id}
      toast={toast}
      className={clsx(
        'floats pointer-events-auto w-full max-w-92 rounded-r3 py-2.5 pr-2 pl-3.5',
        'translate-x-(--toast-swipe-movement-x) data-limited:hidden',
      )}
    >
      <Base.Content className="flex items-start gap-2.5">
        {toneIcons[toast.type ?? 'info']}
        <div
          className={clsx(
            'flex min-w-0 flex-1 gap-x-3 gap-y-2 py-0.5',
            toast.description ? 'flex-col items-start' : 'items-start justify-between',
          )}
        >
          <div className="min-w-0">
            <Base.Title className="text-small font-medium" />
            <Base.Description className="mt-0.5 text-meta text-ink-2" />
          </div>
          <Base.Action className={buttonClass('plain', 'small')} />
        </div>
        <Base.Close aria-label={closeLabel} className={iconButtonClass('quiet', 'small')}>
          <X {...iconSmall} />
        </Base.Close>
      </Base.Content>
    </Base.Root>
  ));
}
