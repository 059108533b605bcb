import type { ReactNode } from 'react';
import type { Priority } from '@/kernel/vocabulary';

/** Three bars filled by priority; urgent is a filled square with a sign. Decoration: the word stands beside it. */
export function PriorityMark({ priority }: { priority: Priority }) {
  return priority === 4 ? (
    <Mark tone="text-attention">
      <rect width="14" height="14" rx="3.5" fill="currentColor" />
      <path d="M7 3.4v4.2M7 10.2v.2" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
    </Mark>
  ) : (
    <Mark tone="text-ink-2">
      {[0, 1, 2].map((bar) => (
        <rect
          key={bar}
          x={1 + bar * 4.5}
          y={8.5 - bar * 3}
          width="3"
          height={4 + bar * 3}
          rx="1"
          fill="currentColor"
          opacity={bar < priority ? 1 : 0.25}
        />
      ))}
    </Mark>
  );
}

function Mark({ tone, children }: { tone: string; children: ReactNode }) {
  return (
    <svg viewBox="0 0 14 14" width={14} height={14} className={`shrink-0 ${tone}`} aria-hidden="true">
      {children}
    </svg>
  );
}
