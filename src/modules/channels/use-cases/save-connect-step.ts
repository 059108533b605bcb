import type { Connector } from '@/connectors/contract';
import type { SetupStep } from '@/connectors/contract/connecting';
import { type FieldError, invalidInput } from '@/kernel/errors';
import { defineOperatorUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { type ConnectProgress, saveConnectStepInput } from '../contract/connecting';
import { channelChanged } from '../events';
import { getConnectProgress } from '../queries/connect-progress';
import { findConnecting, stepsOf } from '../store/connecting-rows';
import { forgetGrantedAccess } from '../store/refreshing';
import { replaceSecrets } from '../store/secrets';
import { refusedSettings } from './create-channel';

/**
 * Keeps what one step of the guided way asks for, judged alone: what later steps ask for may be missing still. Works
 * on a connected channel as well, for reconnecting. Refuses what the step does not ask for.
 */
export const saveConnectStep = defineOperatorUseCase({
  name: 'channels.save-connect-step',
  permission: 'channels.manage',
  input: saveConnectStepInput,
  run: async (context, { channelId, step: name, settings, secrets }): Promise<ConnectProgress> => {
    const { db, emit, audit } = context;
    const { row, connector } = await findConnecting(context, channelId);
    const step = stepsOf(connector).find((each) => each.name === name);
    if (!step) throw invalidInput([{ path: 'step', reason: 'not_a_choice' }]);
    refuseUnasked(step, connector, Object.keys(settings), Object.keys(secrets));
    const merged = mergedSettings(connector, row.settings, settings);
    // Another access is another try: what was seen of the account before says nothing about it.
    await db.query(sql`
      UPDATE channels SET settings = ${JSON.stringify(merged)}::jsonb, touched_at = now(), checked_at = NULL, check_reason = NULL,
        check_detail = NULL
      WHERE workspace_id = ${db.workspaceId} AND id = ${channelId}::uuid`);
    await replaceSecrets(db, channelId, secrets);
    if (Object.keys(secrets).length > 0) await forgetGrantedAccess(db, channelId, connector);
    emit(channelChanged(channelId));
    audit({
      action: 'channels.save-connect-step',
      subjectType: 'channel',
      subjectId: channelId,
      data: { step: name, settings: Object.keys(settings), secrets: Object.keys(secrets) },
    });
    return getConnectProgress(context, channelId);
  },
});

function refuseUnasked(
  { asks = [] }: SetupStep,
  { manifest }: Connector,
  settings: readonly string[],
  secrets: readonly string[],
): void {
  const isEntered = (name: string) =>
    manifest.secrets.some((spec) => spec.name === name && spec.origin === 'entered');
  const problems: FieldError[] = [
    ...settings
      .filter((name) => !asks.includes(name) || isEntered(name))
      .map((name) => ({ path: `settings.${name}`, reason: 'unknown_key' })),
    ...secrets
      .filter((name) => !asks.includes(name) || !isEntered(name))
      .map((name) => ({ path: `secrets.${name}`, reason: 'unknown_key' })),
  ];
  if (problems.length > 0) throw invalidInput(problems);
}

/** Only what was given now can be refused now; an empty value takes a setting away. */
function mergedSettings(
  { manifest }: Connector,
  stored: Record<string, unknown>,
  given: Record<string, unknown>,
): Record<string, unknown> {
  const all = { ...stored, ...given };
  const merged = Object.fromEntries(
    Object.entries(all).filter(([, value]) => value !== '' && value !== null),
  );
  const parsed = manifest.settings.safeParse(merged, { reportInput: true });
  if (parsed.success) return parsed.data;
  const problems = parsed.error.issues
    .flatMap(refusedSettings)
    .filter(({ path }) => Object.keys(given).includes(path.split('.')[1] ?? ''));
  if (problems.length > 0) throw invalidInput(problems);
  return merged;
}
