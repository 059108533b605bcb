'use client';
import { Tooltip as Base } from '@base-ui/react/tooltip';
import { useEffect } from 'react';
import { Kbd } from './kbd';
import type { TooltipProps } from './tooltip';
import type { ShownTooltip } from './use-tooltip';

export type TooltipPopupProps = Omit<TooltipProps, 'children'> & ShownTooltip;

/** The hint itself, beside what it explains; Escape takes it away. */
export function TooltipPopup({ anchor, onStay, onLeave, onClose, ...rest }: TooltipPopupProps) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape') return;
      // The page's own meaning of Escape (leave the conversation) is for the next press.
      event.stopPropagation();
      onClose();
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, [onClose]);
  return (
    <Base.Root open>
      <Base.Portal>
        <Base.Positioner className="z-60" sideOffset={6} side={rest.side ?? 'bottom'} anchor={anchor}>
          <Base.Popup
            onPointerEnter={onStay}
            onPointerLeave={onLeave}
            className="floats flex items-center gap-2 rounded-r2 px-2 py-1 text-meta font-medium"
          >
            {rest.text}
            {rest.shortcut ? <Kbd keys={rest.shortcut} /> : null}
          </Base.Popup>
        </Base.Positioner>
      </Base.Portal>
    </Base.Root>
  );
}
