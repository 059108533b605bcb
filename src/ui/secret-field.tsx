'use client';
import Eye from 'lucide-react/icons/eye';
import EyeOff from 'lucide-react/icons/eye-off';
import { useState } from 'react';
import { CopyButton } from './copy-field';
import { icon } from './icon';
import { IconButton } from './icon-button';

export interface SecretFieldProps {
  label: string;
  value: string;
  /** That it is shown only now, and what to do if it is lost. */
  warning: string;
  showLabel: string;
  hideLabel: string;
  copyLabel: string;
  copiedLabel: string;
}

/** A secret shown once, right after it was made; covered until asked for. */
export function SecretField(props: SecretFieldProps) {
  const { label, value, warning, showLabel, hideLabel, copyLabel, copiedLabel } = props;
  const [shown, setShown] = useState(false);
  return (
    <div className="flex min-w-0 flex-col gap-2 rounded-r2 bg-warn-soft p-3.5">
      <div>
        <p className="text-small font-semibold text-warn-ink">{label}</p>
        <p className="text-meta text-warn-ink">{warning}</p>
      </div>
      <div className="flex min-w-0 items-center gap-2">
        <code className="min-w-0 flex-1 rounded-r2 border border-line bg-surface px-2.5 py-1.5 font-mono text-meta leading-4.5 wrap-anywhere select-all">
          {shown ? value : '•'.repeat(Math.min(value.length, 32))}
        </code>
        <IconButton
          tone="plain"
          label={shown ? hideLabel : showLabel}
          aria-pressed={shown}
          icon={shown ? <EyeOff {...icon} /> : <Eye {...icon} />}
          onClick={() => setShown(!shown)}
        />
        <CopyButton value={value} copyLabel={copyLabel} copiedLabel={copiedLabel} />
      </div>
    </div>
  );
}
