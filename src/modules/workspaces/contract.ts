import { z } from 'zod';
import { type BusinessHours, type Span, type Weekday, weekdays } from '@/kernel/business-hours';
import { locales, roles } from '@/kernel/vocabulary';

const id = z.uuid();
const noInput = z.strictObject({});
const name = (maximum: number) => z.string().trim().min(1).max(maximum);

export const personName = name(80);
export const workspaceName = name(80);
/** Lower case and without blanks around it: the form addresses are compared in. */
export const emailAddress = z.string().trim().toLowerCase().min(1).max(254).pipe(z.email());
/** The rules for passwords need the person's name and run in the use-cases; here only what cannot be one. */
const typedPassword = z.string().min(1).max(1000);

export const themeChoices = ['system', 'light', 'dark'] as const;
export type ThemeChoice = (typeof themeChoices)[number];

export const timeZoneName = z.string().refine(isTimeZone, { error: 'invalid_time_zone' });

function isTimeZone(value: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: value });
    // Offsets such as +01:00 are accepted too, but know no summer.
    return /^[A-Za-z]/.test(value);
  } catch {
    return false;
  }
}

export const signInInput = z.strictObject({
  email: z.string().trim().min(1).max(254),
  password: typedPassword,
});

export const signUpInput = z.strictObject({
  name: personName,
  email: emailAddress,
  password: typedPassword,
  workspaceName,
  locale: z.enum(locales),
  timeZone: timeZoneName,
});

export const createWorkspaceInput = z.strictObject({
  name: workspaceName,
  locale: z.enum(locales),
  timeZone: timeZoneName,
});

const linkToken = z.string().min(1).max(200);
export const acceptInvitationInput = z.strictObject({ token: linkToken });
/** Asked only of somebody without a login. */
export const newLoginInput = z.strictObject({ token: linkToken, name: personName, password: typedPassword });

export const inviteMemberInput = z.strictObject({ email: emailAddress, role: z.enum(roles) });
export const invitationInput = z.strictObject({ invitationId: id });
export const memberInput = z.strictObject({ memberId: id });
export const changeMemberRoleInput = z.strictObject({ memberId: id, role: z.enum(roles) });
export const leaveWorkspaceInput = noInput;

export const createTeamInput = z.strictObject({
  name: name(60),
  memberIds: z.array(id).max(500).default([]),
});
export const renameTeamInput = z.strictObject({ teamId: id, name: name(60) });
export const teamInput = z.strictObject({ teamId: id });
export const setTeamMembersInput = z.strictObject({ teamId: id, memberIds: z.array(id).max(500) });

const clock = z.string().regex(/^(([01]\d|2[0-3]):[0-5]\d|24:00)$/);
const daySpans = z
  .array(z.tuple([clock, clock]))
  .max(6)
  .transform((spans): Span[] => spans.toSorted(([a], [b]) => a.localeCompare(b)))
  .superRefine((spans, context) => {
    for (const [index, [from, to]] of spans.entries()) {
      if (from >= to) context.addIssue({ code: 'custom', message: 'span_backwards' });
      const next = spans[index + 1];
      if (next && next[0] < to) context.addIssue({ code: 'custom', message: 'spans_overlap' });
    }
  });
const week = Object.fromEntries(weekdays.map((day) => [day, daySpans])) as Record<Weekday, typeof daySpans>;
export const businessHours: z.ZodType<BusinessHours, Record<Weekday, [string, string][]>> = z.strictObject(
  week,
);
export const holidayDates = z
  .array(z.iso.date())
  .max(200)
  .transform((dates) => [...new Set(dates)].sort());

export const updateWorkspaceSettingsInput = z.strictObject({
  name: workspaceName.optional(),
  locale: z.enum(locales).optional(),
  timeZone: timeZoneName.optional(),
  businessHours: businessHours.optional(),
  holidays: holidayDates.optional(),
});

export const updateProfileInput = z.strictObject({
  name: personName.optional(),
  locale: z.enum(locales).nullable().optional(),
  theme: z.enum(themeChoices).optional(),
});

export const changePasswordInput = z.strictObject({
  /** Not asked of somebody who signs in only through a provider. */
  currentPassword: z.string().max(1000).default(''),
  newPassword: typedPassword,
  /** The session this is asked from; all others end. */
  keepSessionId: id.nullable(),
});

export const forgotPasswordInput = z.strictObject({ email: emailAddress });
export const resetPasswordInput = z.strictObject({ token: linkToken, password: typedPassword });
export const resetLinkInput = z.strictObject({ memberId: id });

export const createApiKeyInput = z.strictObject({ name: name(60) });
export const apiKeyInput = z.strictObject({ apiKeyId: id });

export const memberSummary = z.strictObject({
  id,
  name: z.string(),
  email: z.string(),
  role: z.enum(roles),
  joinedAt: z.date(),
});
export type MemberSummary = z.output<typeof memberSummary>;

export const teamSummary = z.strictObject({ id, name: z.string(), memberIds: z.array(id) });
export type TeamSummary = z.output<typeof teamSummary>;

export const memberList = z.strictObject({ data: z.array(memberSummary), nextCursor: z.null() });
export const teamList = z.strictObject({ data: z.array(teamSummary), nextCursor: z.null() });

export interface InvitationSummary {
  id: string;
  email: string;
  role: (typeof roles)[number];
  invitedBy: string | null;
  createdAt: Date;
  expiresAt: Date;
}

export interface WorkspaceSettings {
  slug: string;
  name: string;
  locale: (typeof locales)[number];
  timeZone: string;
  businessHours: BusinessHours;
  holidays: string[];
}

export interface ApiKeySummary {
  id: string;
  name: string;
  /** The first characters, so that a person can tell keys apart. */
  hint: string;
  createdAt: Date;
  lastUsedAt: Date | null;
}

export interface AuditLine {
  id: string;
  action: string;
  subjectType: string;
  subjectId: string | null;
  /** The member it was done to, if it was one. */
  subjectName: string | null;
  /** Who did it; null for the system. */
  member: { id: string; name: string } | null;
  data: Record<string, unknown>;
  createdAt: Date;
}

export interface MyWorkspace {
  slug: string;
  name: string;
  role: (typeof roles)[number];
}

export interface Profile {
  name: string;
  email: string;
  locale: (typeof locales)[number] | null;
  theme: ThemeChoice;
  hasPassword: boolean;
}
