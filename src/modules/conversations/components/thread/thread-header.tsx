'use client';
import AlarmClock from 'lucide-react/icons/alarm-clock';
import ArrowLeft from 'lucide-react/icons/arrow-left';
import Check from 'lucide-react/icons/check';
import Ear from 'lucide-react/icons/ear';
import EarOff from 'lucide-react/icons/ear-off';
import Ellipsis from 'lucide-react/icons/ellipsis';
import Hand from 'lucide-react/icons/hand';
import PanelRight from 'lucide-react/icons/panel-right';
import RotateCcw from 'lucide-react/icons/rotate-ccw';
import UserPlus from 'lucide-react/icons/user-plus';
import { useTranslations } from 'next-intl';
import { Avatar } from '@/ui/avatar';
import { Button } from '@/ui/button';
import { icon } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Menu } from '@/ui/menu';
import type { MenuEntry } from '@/ui/menu-entry';
import type { ConversationSummary } from '../../contract';
import { useAddressStore } from '../address/use-address';
import { useDirectory } from '../data/use-directory';
import { useTriage } from '../data/use-triage';
import { useInbox } from '../state/inbox-context';
import { AssignPicker } from '../triage/assign-picker';
import { SnoozePopover } from '../triage/snooze-popover';

export interface ThreadHeaderProps {
  conversation: ConversationSummary;
  url: string | null;
}

/** What it is about, who has it, and what can be done with it. */
export function ThreadHeader({ conversation, url }: ThreadHeaderProps) {
  const t = useTranslations('inbox');
  const kinds = useTranslations('vocabulary');
  const address = useAddressStore();
  const triage = useTriage();
  const { id, subject, status, kind, contact } = conversation;
  const isResolved = status === 'resolved';
  return (
    <>
      <IconButton
        label={t('thread.back')}
        icon={<ArrowLeft {...icon} />}
        className="-ml-2 @min-[45rem]/inbox:hidden"
        onClick={() => address.go({ conversationId: null, panel: null })}
      />
      <h2 dir="auto" className="min-w-0 flex-1 truncate font-semibold tracking-[-.01em]">
        {subject?.toWellFormed() ||
          `${kinds(`kind.${kind}`)} · ${contact?.name ?? conversation.channel.name}`}
      </h2>
      <Assignee conversation={conversation} />
      <SnoozePopover
        trigger={
          <IconButton label={t('triage.snooze')} shortcut="s" icon={<AlarmClock {...icon} />} size="small" />
        }
        onSnooze={(until) => triage([id], { type: 'snooze', until })}
      />
      <MoreMenu conversation={conversation} url={url} />
      {status === 'overheard' || status === 'silenced' ? (
        <HeardButtons id={id} status={status} />
      ) : (
        <Button
          size="small"
          tone={isResolved ? 'plain' : 'primary'}
          icon={isResolved ? <RotateCcw {...icon} /> : <Check {...icon} />}
          shortcut={isResolved ? 'shift+e' : 'e'}
          className="max-sm:[&>span:last-child]:hidden"
          onClick={() => triage([id], { type: isResolved ? 'reopen' : 'resolve' })}
        >
          <span className="max-sm:sr-only">{t(isResolved ? 'triage.reopen' : 'triage.resolve')}</span>
        </Button>
      )}
      <IconButton
        label={t('thread.person')}
        size="small"
        icon={<PanelRight {...icon} />}
        className="-mr-1.5 @min-[67rem]/inbox:hidden"
        onClick={() => address.go({ panel: 'person' })}
      />
    </>
  );
}

/** What was overheard is taken up or is not for us; everything else comes after that. */
function HeardButtons({ id, status }: { id: string; status: 'overheard' | 'silenced' }) {
  const t = useTranslations('inbox');
  const triage = useTriage();
  const isSilenced = status === 'silenced';
  return (
    <>
      <Button
        size="small"
        icon={isSilenced ? <Ear {...icon} /> : <EarOff {...icon} />}
        onClick={() => triage([id], { type: isSilenced ? 'unsilence' : 'silence' })}
        {...(isSilenced ? {} : { shortcut: 'd' })}
      >
        <span className="max-sm:sr-only">{t(isSilenced ? 'triage.unsilence' : 'triage.silence')}</span>
      </Button>
      <Button
        size="small"
        tone="primary"
        icon={<Hand {...icon} />}
        shortcut="y"
        onClick={() => triage([id], { type: 'take_up' })}
      >
        <span className="max-sm:sr-only">{t('triage.takeUp')}</span>
      </Button>
    </>
  );
}

function Assignee({ conversation }: { conversation: ConversationSummary }) {
  const t = useTranslations('inbox');
  const triage = useTriage();
  const { id, assignee } = conversation;
  const label = assignee ? t('triage.assigned', { name: assignee.name }) : t('triage.assign');
  return (
    <AssignPicker
      assigneeId={assignee?.id ?? null}
      onAssign={(assigneeId) => triage([id], { type: 'assign', assigneeId })}
      trigger={
        <Button
          size="small"
          aria-label={label}
          icon={
            assignee ? (
              <span className="-my-1 -ml-0.5 grid">
                <Avatar id={assignee.id} name={assignee.name} size={20} />
              </span>
            ) : (
              <UserPlus {...icon} />
            )
          }
        >
          <span className="max-w-24 truncate max-sm:hidden">
            {assignee ? assignee.name.split(' ')[0] : t('triage.assignShort')}
          </span>
        </Button>
      }
    />
  );
}

function MoreMenu({ conversation, url }: { conversation: ConversationSummary; url: string | null }) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const { store } = useInbox();
  const { teams } = useDirectory();
  const triage = useTriage();
  const { id, status, isUnread, teamId, visibility } = conversation;
  return (
    <Menu
      align="end"
      trigger={<IconButton label={common('moreActions')} icon={<Ellipsis {...icon} />} size="small" />}
      entries={[
        ...(status === 'pending'
          ? []
          : [
              {
                id: 'pending',
                label: t('triage.pending'),
                onSelect: () => triage([id], { type: 'set_pending' }),
              },
            ]),
        {
          id: 'unread',
          label: t(isUnread ? 'triage.markRead' : 'triage.markUnread'),
          shortcut: 'u',
          onSelect: () => triage([id], { type: isUnread ? 'mark_read' : 'mark_unread' }),
        },
        ...(visibility === 'public'
          ? [
              {
                id: 'private',
                label: t('triage.moveToPrivate'),
                onSelect: () => triage([id], { type: 'move_to_private' }),
              },
            ]
          : []),
        { id: 'tags', label: t('triage.tags'), shortcut: 't', onSelect: () => store.set({ menu: 'tag' }) },
        {
          id: 'priority',
          label: t('triage.priority'),
          shortcut: 'p',
          onSelect: () => store.set({ menu: 'priority' }),
        },
        ...teamChoice(t, teams, teamId, (next) => triage([id], { type: 'set_team', teamId: next })),
        ...(url
          ? [
              { kind: 'line' as const, id: 'line' },
              {
                id: 'open',
                label: t('thread.openAtNetwork'),
                onSelect: () => void window.open(url, '_blank', 'noopener,noreferrer'),
              },
            ]
          : []),
      ]}
    />
  );
}

/** Nothing where the workspace has no teams. */
function teamChoice(
  t: ReturnType<typeof useTranslations<'inbox'>>,
  teams: readonly { id: string; name: string }[],
  teamId: string | null,
  onChange: (teamId: string | null) => void,
): MenuEntry[] {
  if (teams.length === 0) return [];
  return [
    {
      kind: 'choice',
      id: 'team',
      label: t('triage.team'),
      value: teamId ?? 'none',
      options: [
        { value: 'none', label: t('triage.noTeam') },
        ...teams.map((team) => ({ value: team.id, label: team.name })),
      ],
      onValueChange: (value) => onChange(value === 'none' ? null : value),
    },
  ];
}
