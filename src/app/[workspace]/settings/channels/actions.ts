'use server';
import { runAction, runMemberAction } from '@/entry/action';
import type { ChannelSummary, CreatedChannel, Expectations } from '@/modules/channels/contract';
import type { RoutingRuleView } from '@/modules/channels/contract/routing';
import { checkConnection } from '@/modules/channels/use-cases/check-connection';
import { createChannel } from '@/modules/channels/use-cases/create-channel';
import { finishConnecting } from '@/modules/channels/use-cases/finish-connecting';
import {
  createRoutingRule,
  deleteRoutingRule,
  orderRoutingRules,
  updateRoutingRule,
} from '@/modules/channels/use-cases/manage-routing-rules';
import { replayEvents } from '@/modules/channels/use-cases/replay-events';
import { rotateSecret } from '@/modules/channels/use-cases/rotate-secret';
import { startBackfill, stopBackfill } from '@/modules/channels/use-cases/run-backfill';
import { saveConnectStep } from '@/modules/channels/use-cases/save-connect-step';
import { startConnecting } from '@/modules/channels/use-cases/start-connecting';
import { removeChannel, setChannelState, updateChannel } from '@/modules/channels/use-cases/update-channel';
import { handOverChannel } from '@/modules/conversations/use-cases/hand-over-channel';
import { retryDeliveries } from '@/modules/conversations/use-cases/retry-deliveries';
import { type FormState, formStateOf } from '../../../action-form/form-state';
import { channelInput } from './channel-input';

/** What was typed stays in the browser: a secret is not sent back. */
function withoutTyped<Value>(state: FormState<Value>): FormState<Value> {
  return { ...state, typed: {} };
}

export async function createChannelAction(
  slug: string,
  connector: string,
  previous: FormState<CreatedChannel>,
  form: FormData,
) {
  const result = await runAction(createChannel, slug, { connector, ...channelInput(form) });
  return withoutTyped(formStateOf(previous, form, result));
}

export async function saveGeneralAction(
  slug: string,
  channelId: string,
  previous: FormState<ChannelSummary>,
  form: FormData,
) {
  const { name, expectationMinutes } = channelInput(form);
  const result = await runAction(updateChannel, slug, { channelId, name, expectationMinutes });
  return formStateOf(previous, form, result);
}

export async function saveAccessAction(
  slug: string,
  channelId: string,
  previous: FormState<ChannelSummary>,
  form: FormData,
) {
  const { settings, secrets } = channelInput(form);
  const result = await runAction(updateChannel, slug, { channelId, settings, secrets });
  return withoutTyped(formStateOf(previous, form, result));
}

export async function setChannelStateAction(slug: string, channelId: string, state: 'active' | 'paused') {
  return runAction(setChannelState, slug, { channelId, state });
}

export async function removeChannelAction(slug: string, channelId: string) {
  return runAction(removeChannel, slug, { channelId });
}

export async function rotateSecretAction(
  slug: string,
  channelId: string,
  name: string,
  overlapHours: number,
) {
  return runAction(rotateSecret, slug, { channelId, name, overlapHours });
}

export async function replayEventsAction(slug: string, channelId: string, rawEventId?: string) {
  return runAction(replayEvents, slug, { channelId, ...(rawEventId && { rawEventId }) });
}

export async function retryDeliveriesAction(slug: string, channelId: string, deliveryId?: string) {
  return runAction(retryDeliveries, slug, { channelId, ...(deliveryId && { deliveryId }) });
}

export async function startConnectingAction(slug: string, connector: string) {
  return runAction(startConnecting, slug, { connector });
}

export async function saveConnectStepAction(
  slug: string,
  step: {
    channelId: string;
    step: string;
    settings: Record<string, unknown>;
    secrets: Record<string, string>;
  },
) {
  return runAction(saveConnectStep, slug, step);
}

export async function checkConnectionAction(slug: string, channelId: string) {
  return runMemberAction(slug, (context) => checkConnection(context, { channelId }));
}

export async function finishConnectingAction(
  slug: string,
  channel: { channelId: string; name?: string; teamId?: string | null; expectationMinutes?: number },
) {
  return runAction(finishConnecting, slug, channel);
}

export async function startBackfillAction(slug: string, channelId: string, days: number) {
  return runAction(startBackfill, slug, { channelId, days });
}

export async function stopBackfillAction(slug: string, channelId: string) {
  return runAction(stopBackfill, slug, { channelId });
}

export async function handOverAction(
  slug: string,
  channelId: string,
  teamId: string | null,
  moveOpen: boolean,
) {
  return runAction(handOverChannel, slug, { channelId, teamId, moveOpen });
}

export async function saveExpectationsAction(slug: string, channelId: string, expectations: Expectations) {
  return runAction(updateChannel, slug, { channelId, expectations });
}

type RuleFields = Pick<RoutingRuleView, 'name' | 'condition' | 'teamId' | 'assign' | 'loadCap'>;

export async function createRuleAction(slug: string, channelId: string, rule: RuleFields) {
  return runAction(createRoutingRule, slug, { channelId, ...rule });
}

export async function updateRuleAction(
  slug: string,
  channelId: string,
  ruleId: string,
  changes: Partial<RuleFields & { isActive: boolean }>,
) {
  return runAction(updateRoutingRule, slug, { channelId, ruleId, ...changes });
}

export async function deleteRuleAction(slug: string, channelId: string, ruleId: string) {
  return runAction(deleteRoutingRule, slug, { channelId, ruleId });
}

export async function orderRulesAction(slug: string, channelId: string, ruleIds: readonly string[]) {
  return runAction(orderRoutingRules, slug, { channelId, ruleIds });
}
