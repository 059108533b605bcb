import type { ReactNode } from 'react';
import { WorkspaceFrame } from './workspace-frame/workspace-frame';

interface WorkspaceLayoutProps {
  params: Promise<{ workspace: string }>;
  children: ReactNode;
}

/** The frame around everything in a workspace; each page inside asks for its own permission again. */
export default async function WorkspaceLayout({ params, children }: WorkspaceLayoutProps) {
  return <WorkspaceFrame slug={(await params).workspace}>{children}</WorkspaceFrame>;
}
