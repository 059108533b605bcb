import Link from 'next/link';
import { getTranslations } from 'next-intl/server';
import type { MyWorkspace } from '@/modules/workspaces/contract';
import { WorkspaceMark } from '@/ui/frame/workspace-mark';

/** The workspaces somebody belongs to already. */
export async function WorkspaceLinks({ workspaces }: { workspaces: readonly MyWorkspace[] }) {
  if (workspaces.length === 0) return null;
  const t = await getTranslations('auth');
  const words = await getTranslations('vocabulary');
  return (
    <section className="mt-7 border-t border-line pt-5">
      <h2 className="mb-2 text-meta font-medium text-ink-3">{t('welcome.yours')}</h2>
      <ul className="-mx-2 flex flex-col">
        {workspaces.map(({ slug, name, role }) => (
          <li key={slug}>
            <Link href={`/${slug}`} className="flex items-center gap-2.5 rounded-r2 px-2 py-2 hover:bg-hover">
              <WorkspaceMark name={name} />
              <span className="min-w-0 flex-1 truncate font-medium">{name}</span>
              <span className="text-meta text-ink-3">{words(`role.${role}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
