import { useTranslations } from 'next-intl';
import type { StandardView } from '../../contract';
import { type InboxAddress, standardViews } from '../address/inbox-address';
import { useDirectory } from '../data/use-directory';

export function isStandardView(view: string): view is StandardView {
  return (standardViews as readonly string[]).includes(view);
}

/** A name for what the list shows: the view's, or the team's or channel's when it is narrowed to one. */
export function useViewLabel(): (address: Pick<InboxAddress, 'view' | 'filters'>) => string {
  const t = useTranslations('inbox');
  const { savedViews, teams, channels } = useDirectory();
  return ({ view, filters }) => {
    const { team, channel, ...others } = filters;
    if (isStandardView(view) && Object.keys(others).length === 0) {
      const narrowed = teams.find((one) => one.id === team) ?? channels.find((one) => one.id === channel);
      if (narrowed && !(team && channel)) return narrowed.name;
    }
    return isStandardView(view)
      ? t(`views.${view}`)
      : (savedViews.find((one) => one.id === view)?.name ?? t('views.saved'));
  };
}
