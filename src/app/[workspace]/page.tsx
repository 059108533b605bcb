import { redirect } from 'next/navigation';
import { pageContext } from '@/entry/page';

/** The workspace opens where the work is. */
export default async function WorkspacePage({ params }: { params: Promise<{ workspace: string }> }) {
  const { workspace } = await params;
  await pageContext(workspace, 'workspace.read');
  redirect(`/${workspace}/inbox`);
}
