'use client';
import X from 'lucide-react/icons/x';
import type { ReactNode } from 'react';
import { Chip, type ChipTone } from './chip';

export interface RemovableChipProps {
  tone?: ChipTone;
  children: ReactNode;
  /** "Remove tag: Reklamation" */
  removeLabel: string;
  onRemove: () => void;
}

/** A chip with a cross: a tag that can be taken off, a filter that can be lifted. */
export function RemovableChip({ tone = 'plain', children, removeLabel, onRemove }: RemovableChipProps) {
  return (
    <span className="inline-flex max-w-full items-center">
      <Chip tone={tone} className="rounded-r-none border-r-0 pr-1">
        {children}
      </Chip>
      <Chip tone={tone} className="rounded-l-none border-l-0 pl-0">
        <button
          type="button"
          aria-label={removeLabel}
          onClick={onRemove}
          className="grid size-6 -mx-1.5 place-items-center rounded-full hover:bg-hover"
        >
          <X size={12} strokeWidth={2} aria-hidden />
        </button>
      </Chip>
    </span>
  );
}
