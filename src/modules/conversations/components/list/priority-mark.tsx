import type { Priority } from '@/kernel/vocabulary';

/** Three bars filled by priority; urgent is a filled square with a sign. The word stands beside it or is read out. */
export function PriorityMark({ priority, label }: { priority: Priority; label?: string }) {
  const naming = label ? { role: 'img', 'aria-label': label } : { 'aria-hidden': true as const };
  if (priority === 4) {
    return (
      <svg viewBox="0 0 14 14" width={14} height={14} className="shrink-0 text-attention" {...naming}>
        <rect width="14" height="14" rx="3.5" fill="currentColor" />
        <path d="M7 3.4v4.2M7 10.2v.2" stroke="var(--surface)" strokeWidth="1.6" strokeLinecap="round" />
      </svg>
    );
  }
  return (
    <svg viewBox="0 0 14 14" width={14} height={14} className="shrink-0 text-ink-2" {...naming}>
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
    </svg>
  );
}
