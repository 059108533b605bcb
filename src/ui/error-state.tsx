'use client';
import CloudAlert from 'lucide-react/icons/cloud-alert';
import { Button } from './button';
import { iconLarge } from './icon';

export interface ErrorStateProps {
  /** What failed. */
  title: string;
  /** What was kept, what to do next. */
  text?: string;
  retryLabel?: string;
  onRetry?: () => void;
  busy?: boolean;
  /** For support: the request's id. */
  reference?: string;
}

/** In place of what could not be loaded. */
export function ErrorState({ title, text, retryLabel, onRetry, busy, reference }: ErrorStateProps) {
  return (
    <div role="alert" className="mx-auto flex max-w-88 flex-col items-center gap-1.5 px-6 py-12 text-center">
      <div className="mb-2 grid size-12 place-items-center rounded-full bg-bad-soft text-bad-ink">
        <CloudAlert {...iconLarge} />
      </div>
      <p className="text-body font-semibold">{title}</p>
      {text ? <p className="text-small text-ink-2">{text}</p> : null}
      {onRetry && retryLabel ? (
        <div className="mt-3">
          <Button onClick={onRetry} busy={busy ?? false}>
            {retryLabel}
          </Button>
        </div>
      ) : null}
      {reference ? <p className="num mt-2 text-meta text-ink-3">{reference}</p> : null}
    </div>
  );
}
