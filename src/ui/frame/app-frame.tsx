import type { ReactNode } from 'react';
import { SkipLink } from './skip-link';

export interface AppFrameProps {
  /** "Skip to content" */
  skipLabel: string;
  rail: ReactNode;
  bottomBar: ReactNode;
  children: ReactNode;
}

/**
 * The whole window: rail at the left, bar below on a phone, the page between them. The page scrolls itself
 * or divides itself into panes; the window never scrolls.
 */
export function AppFrame({ skipLabel, rail, bottomBar, children }: AppFrameProps) {
  return (
    <div className="flex h-dvh flex-col bg-paper text-ink md:flex-row">
      <SkipLink>{skipLabel}</SkipLink>
      {rail}
      <main
        id="content"
        tabIndex={-1}
        className="relative min-h-0 min-w-0 flex-1 overflow-hidden outline-none"
      >
        {children}
      </main>
      {bottomBar}
    </div>
  );
}
