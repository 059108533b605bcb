'use client';
import clsx from 'clsx';
import Check from 'lucide-react/icons/check';
import ChevronDown from 'lucide-react/icons/chevron-down';
import ExternalLink from 'lucide-react/icons/external-link';
import { useTranslations } from 'next-intl';
import type { ConnectProgress, ConnectStep } from '@/modules/channels/contract/connecting';
import { Button } from '@/ui/button';
import { icon, iconSmall } from '@/ui/icon';
import type { StepWords } from '../../new/connector-words';
import { StepAsks } from './step-asks';
import { StepProof } from './step-proof';
import { StepShows } from './step-shows';

export interface StepRowProps {
  slug: string;
  progress: ConnectProgress;
  step: ConnectStep;
  words: StepWords;
  number: number;
  isOpen: boolean;
  /** Its turn is over, done or skipped. */
  isPassed: boolean;
  onToggle: () => void;
  onNext: () => void;
}

/** One step: closed it says whether it is done, open it holds everything it needs. */
export function StepRow(props: StepRowProps) {
  const { step, words, number, isOpen, isPassed, onToggle } = props;
  const t = useTranslations('channels.connect');
  const asksOrProves = step.asks.length > 0 || step.proof !== null;
  const isDone = asksOrProves ? step.isDone : isPassed;
  const id = `step-${step.name}`;
  return (
    <li className="border-b border-line">
      <h2>
        <button
          type="button"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={onToggle}
          className="flex w-full items-center gap-3 px-4 py-3 text-left -outline-offset-2 hover:bg-hover"
        >
          <StepNumber number={number} isDone={isDone} isOpen={isOpen} />
          <span className={clsx('min-w-0 flex-1', isOpen ? 'font-semibold' : 'font-medium')}>
            {words.title}
            {isDone ? <span className="sr-only">, {t('stepDone')}</span> : null}
          </span>
          <ChevronDown
            {...icon}
            className={clsx(
              'shrink-0 text-ink-3 transition-transform motion-reduce:transition-none',
              isOpen && 'rotate-180',
            )}
          />
        </button>
      </h2>
      {isOpen ? (
        <div id={id} className="flex max-w-2xl min-w-0 flex-col gap-4 px-4 pb-5 sm:pl-13">
          {words.text ? <p className="text-small text-ink-2">{words.text}</p> : null}
          <StepBody {...props} />
        </div>
      ) : null}
    </li>
  );
}

function StepBody({ slug, progress, step, onNext }: StepRowProps) {
  const t = useTranslations('channels.connect');
  return (
    <>
      {step.link ? (
        <a
          href={step.link}
          target="_blank"
          rel="noreferrer"
          className="inline-flex w-fit items-center gap-1.5 text-small font-medium text-accent underline decoration-accent-line underline-offset-2 hover:decoration-accent"
        >
          {t('atTheNetwork', { host: new URL(step.link).hostname })}
          <ExternalLink {...iconSmall} />
        </a>
      ) : null}
      <StepShows slug={slug} channelId={progress.channelId} step={step} />
      {step.scopes.length > 0 ? (
        <div>
          <p className="text-small font-medium">{t('scopes', { count: step.scopes.length })}</p>
          <ul className="mt-1 flex flex-wrap gap-1.5">
            {step.scopes.map((scope) => (
              <li key={scope}>
                <code className="rounded-r1 border border-line bg-sunken px-1.5 py-0.5 font-mono text-meta wrap-anywhere">
                  {scope}
                </code>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
      {step.asks.length > 0 ? <StepAsks slug={slug} progress={progress} step={step} onDone={onNext} /> : null}
      {step.proof ? <StepProof slug={slug} progress={progress} step={step} /> : null}
      {step.asks.length === 0 || step.isDone ? (
        <div>
          <Button tone={step.isDone ? 'primary' : 'plain'} onClick={onNext}>
            {t(step.proof && !step.isDone ? 'later' : 'next')}
          </Button>
        </div>
      ) : null}
    </>
  );
}

export function StepNumber({ number, isDone, isOpen }: { number: number; isDone: boolean; isOpen: boolean }) {
  return (
    <span
      aria-hidden="true"
      className={clsx(
        'num flex size-6 shrink-0 items-center justify-center rounded-full text-meta font-semibold',
        isDone ? 'bg-good-soft text-good-ink' : isOpen ? 'bg-accent text-accent-ink' : 'bg-sunken text-ink-2',
      )}
    >
      {isDone ? <Check {...iconSmall} /> : number}
    </span>
  );
}
