'use client';
import { useTranslations } from 'next-intl';
import { useOptimistic } from 'react';
import type { Role } from '@/kernel/vocabulary';
import type { MemberSummary } from '@/modules/workspaces/contract';
import { useAction } from '../../../action-form/use-action';
import { changeMemberRoleAction, removeMemberAction, restoreMemberAction } from './actions';

/** Role and removal of one member, each with its way back. */
export function useMemberChanges(slug: string, { id, name, role }: MemberSummary) {
  const t = useTranslations('settings.members');
  const words = useTranslations('vocabulary.role');
  const { run, isPending } = useAction();
  const [shownRole, showRole] = useOptimistic(role);
  const changeRole = (next: Role) =>
    run(
      () => {
        showRole(next);
        return changeMemberRoleAction(slug, id, next);
      },
      {
        done: ({ previousRole }) => ({
          text: t('roleChanged', { name, role: words(next) }),
          undo: () => run(() => changeMemberRoleAction(slug, id, previousRole)),
        }),
      },
    );
  const remove = () =>
    run(() => removeMemberAction(slug, id), {
      done: () => ({
        text: t('removed', { name }),
        undo: () =>
          run(() => restoreMemberAction(slug, id), { done: () => ({ text: t('restored', { name }) }) }),
      }),
    });
  return { role: shownRole, isPending, changeRole, remove };
}
