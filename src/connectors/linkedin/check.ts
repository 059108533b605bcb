import { z } from 'zod';
import type { Connector } from '../contract';
import { callLinkedin } from './api-call';
import { linkedinSettings } from './manifest';

const organization = z.object({
  localizedName: z.string().min(1).max(500),
  vanityName: z.string().max(200).nullish(),
});

/** The page the connected member may speak for. */
export function createLinkedinCheck(baseUrl: string): NonNullable<Connector['check']> {
  return async (channel, outbound, now) => {
    const settings = linkedinSettings.safeParse(channel.settings);
    if (!settings.success) return { outcome: 'failed', reason: 'settings_invalid' };
    const { organizationId } = settings.data;
    const path = `organizations/${organizationId}`;
    const answer = await callLinkedin(baseUrl, { method: 'GET', path }, channel, outbound, now);
    if (answer.outcome !== 'answered') return answer;
    const page = organization.safeParse(answer.json).data;
    if (!page) return { outcome: 'failed', reason: 'unexpected_answer' };
    const url = `https://www.linkedin.com/company/${encodeURIComponent(page.vanityName || organizationId)}`;
    const externalId = `urn:li:organization:${organizationId}`;
    return { outcome: 'ok', account: { externalId, name: page.localizedName, url } };
  };
}
