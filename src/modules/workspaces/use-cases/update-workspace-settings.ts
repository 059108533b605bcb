import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { updateWorkspaceSettingsInput } from '../contract';
import { workspaceUpdated } from '../events';

/** Changes what is given and leaves the rest; the address (slug) stays for good. */
export const updateWorkspaceSettings = defineUseCase({
  name: 'workspace.update_settings',
  permission: 'workspace.configure',
  input: updateWorkspaceSettingsInput,
  run: async ({ db, emit, audit }, { name, locale, timeZone, businessHours, holidays }) => {
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    await db.query(sql`
      UPDATE workspaces SET
        name = coalesce(${name ?? null}, name),
        locale = coalesce(${locale ?? null}, locale),
        time_zone = coalesce(${timeZone ?? null}, time_zone),
        business_hours = coalesce(${json(businessHours)}::jsonb, business_hours),
        holidays = coalesce(${json(holidays)}::jsonb, holidays)
      WHERE id = ${db.workspaceId}`);
    emit(workspaceUpdated());
    const changed = Object.entries({ name, locale, timeZone, businessHours, holidays });
    audit({
      action: 'workspace.updated',
      subjectType: 'workspace',
      subjectId: db.workspaceId,
      data: Object.fromEntries(changed.filter(([, value]) => value !== undefined)),
    });
  },
});
