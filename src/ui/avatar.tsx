import type { Network } from '@/kernel/vocabulary';
import { hueOf, initialsOf } from './avatar-hue';
import { NetworkMark } from './network-mark';

export type AvatarSize = 20 | 24 | 28 | 34 | 48 | 64;
export type Presence = 'here' | 'away';

export interface AvatarProps {
  /** Decides the colour; the contact's or member's id. */
  id: string;
  name: string;
  size?: AvatarSize;
  network?: Network;
  /** Needed with `network`: its name, read after the person's. */
  networkName?: string;
  presence?: Presence;
  /** Needed with `presence`: "online". */
  presenceLabel?: string;
}

const letters: Record<AvatarSize, string> = {
  20: 'text-[8px]',
  24: 'text-[9px]',
  28: 'text-cap',
  34: 'text-small',
  48: 'text-[18px]',
  64: 'text-[24px]',
};

/**
 * A person's initials in their own colour. Decoration beside a written name; only network and presence,
 * which stand nowhere else, are read out.
 */
export function Avatar(props: AvatarProps) {
  const { id, name, size = 34, network, networkName, presence, presenceLabel } = props;
  const corner = size >= 48 ? 20 : size >= 34 ? 16 : 12;
  return (
    <span className="relative inline-block shrink-0" style={{ width: size, height: size }}>
      <span
        aria-hidden="true"
        className={`grid size-full place-items-center rounded-full font-semibold leading-none tracking-normal text-white ${letters[size]}`}
        style={{ background: `oklch(54% .085 ${hueOf(id)})` }}
      >
        {initialsOf(name)}
      </span>
      {network ? (
        <span className="absolute -right-1 -bottom-1 rounded-full border-2 border-surface bg-surface">
          <NetworkMark network={network} size={corner - 1} {...(networkName ? { name: networkName } : {})} />
        </span>
      ) : null}
      {presence ? <PresenceDot presence={presence} label={presenceLabel} size={size} /> : null}
    </span>
  );
}

interface PresenceDotProps {
  presence: Presence;
  label: string | undefined;
  size: AvatarSize;
}

function PresenceDot({ presence, label, size }: PresenceDotProps) {
  const dot = size >= 48 ? 11 : size >= 34 ? 9 : 7;
  // On the circle's edge at 45°, whatever its size.
  const inset = Math.round(size * 0.146 - dot / 2 - 1);
  return (
    <span className="absolute rounded-full bg-surface p-[1.5px]" style={{ right: inset, bottom: inset }}>
      <span
        className={`block rounded-full ${presence === 'here' ? 'bg-good' : 'border-2 border-ink-3'}`}
        style={{ width: dot, height: dot }}
      />
      {label ? <span className="sr-only">{label}</span> : null}
    </span>
  );
}
