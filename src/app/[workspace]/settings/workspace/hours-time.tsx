'use client';
import { TextField } from '@/ui/text-field';

export interface HoursTimeProps {
  label: string;
  /** `09:00`; `24:00` is shown as midnight. */
  value: string;
  /** Midnight as an end is the end of the day. */
  isEnd?: boolean;
  onChange: (value: string) => void;
}

export function HoursTime({ label, value, isEnd, onChange }: HoursTimeProps) {
  return (
    <TextField
      type="time"
      aria-label={label}
      value={value === '24:00' ? '00:00' : value}
      onValueChange={(next) => onChange(isEnd && next === '00:00' ? '24:00' : next)}
      className="num !w-26"
    />
  );
}
