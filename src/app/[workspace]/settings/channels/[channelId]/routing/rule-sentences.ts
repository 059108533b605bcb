import { useFormatter, useTranslations } from 'next-intl';
import type { RoutingRuleView } from '@/modules/channels/contract/routing';
import type { TeamSummary } from '@/modules/workspaces/contract';
import { useLanguages } from '../use-languages';

/** A rule in words: when it holds, and what it does then. */
export function useRuleSentences(teams: readonly TeamSummary[]) {
  const t = useTranslations('channels.routing');
  const vocabulary = useTranslations('vocabulary');
  const format = useFormatter();
  const languages = useLanguages();
  const nameOf = (code: string) => languages.find(({ value }) => value === code)?.label ?? code;
  const conditionOf = ({ languages: codes, kinds, visibility, anyWords }: RoutingRuleView['condition']) => {
    const parts = [
      ...(codes ? [t('inLanguages', { list: format.list(codes.map(nameOf), 'or') })] : []),
      ...(kinds
        ? [
            format.list(
              kinds.map((kind) => vocabulary(`kind.${kind}`)),
              'or',
            ),
          ]
        : []),
      ...(visibility ? [vocabulary(`visibility.${visibility}`)] : []),
      ...(anyWords
        ? [
            t('withWords', {
              list: format.list(
                anyWords.map((word) => t('quoted', { word })),
                'or',
              ),
            }),
          ]
        : []),
    ];
    return parts.length > 0 ? parts.join(' · ') : t('always');
  };
  const actionOf = ({ teamId, assign, loadCap }: RoutingRuleView) => {
    const team = teams.find(({ id }) => id === teamId)?.name;
    if (!team) return t('noTeam');
    if (assign === 'none') return t('toTeam', { team });
    return loadCap === null ? t('inTurn', { team }) : t('inTurnCapped', { team, count: loadCap });
  };
  return { conditionOf, actionOf };
}
