'use client';
import { useState } from 'react';
import { TextField } from '@/ui/text-field';
import { clockOf } from './clock-of';

export interface HoursTimeProps {
  label: string;
  /** `09:00`; `24:00` is the end of the day. */
  value: string;
  onChange: (value: string) => void;
}

/** A time of day in 24 hours, whatever the browser's own language; `9` and `930` are understood. */
export function HoursTime({ label, value, onChange }: HoursTimeProps) {
  const [typed, setTyped] = useState<string | null>(null);
  return (
    <TextField
      aria-label={label}
      inputMode="numeric"
      autoComplete="off"
      maxLength={5}
      value={typed ?? value}
      onValueChange={(next) => {
        setTyped(next);
        if (/^\d{2}:\d{2}$/.test(next)) onChange(clockOf(next) ?? value);
      }}
      onBlur={() => {
        if (typed !== null) onChange(clockOf(typed) ?? value);
        setTyped(null);
      }}
      className="num !w-18 text-center"
    />
  );
}
