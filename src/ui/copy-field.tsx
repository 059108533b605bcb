'use client';
import Check from 'lucide-react/icons/check';
import Copy from 'lucide-react/icons/copy';
import { useEffect, useState } from 'react';
import { Button } from './button';
import { iconSmall } from './icon';

export interface CopyButtonProps {
  value: string;
  copyLabel: string;
  copiedLabel: string;
  size?: 'small' | 'medium';
}

/** Copies and says so for two seconds, to the eye and to screen readers. */
export function CopyButton({ value, copyLabel, copiedLabel, size = 'medium' }: CopyButtonProps) {
  const [copied, setCopied] = useState(false);
  useEffect(() => {
    if (!copied) return;
    const timer = setTimeout(() => setCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [copied]);
  return (
    <>
      <Button
        size={size}
        icon={copied ? <Check {...iconSmall} /> : <Copy {...iconSmall} />}
        onClick={() => {
          // Refused by the browser (no permission, no secure origin): the value stays selectable beside the button.
          navigator.clipboard?.writeText(value).then(
            () => setCopied(true),
            () => setCopied(false),
          );
        }}
      >
        {copied ? copiedLabel : copyLabel}
      </Button>
      <span role="status" className="sr-only">
        {copied ? copiedLabel : ''}
      </span>
    </>
  );
}

export interface CopyFieldProps extends Omit<CopyButtonProps, 'size'> {
  /** What the value is: "Webhook URL". */
  label: string;
}

/** A value to take elsewhere: an address, an id. */
export function CopyField({ label, ...copying }: CopyFieldProps) {
  return (
    <div className="flex min-w-0 flex-col gap-1">
      <span className="text-small font-medium">{label}</span>
      <div className="flex min-w-0 items-center gap-2">
        <code className="min-w-0 flex-1 rounded-r2 border border-line bg-sunken px-2.5 py-1.5 font-mono text-meta leading-4.5 wrap-anywhere select-all">
          {copying.value}
        </code>
        <CopyButton {...copying} />
      </div>
    </div>
  );
}
