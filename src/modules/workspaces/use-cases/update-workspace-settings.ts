import { defineUseCase } from '@/platform/context/use-case';
import { sql } from '@/platform/db/sql';
import { updateWorkspaceSettingsInput } from '../contract';
import { businessTimeChanged, workspaceUpdated } from '../events';

/** Changes what is given and leaves the rest; the address (slug) stays for good. */
export const updateWorkspaceSettings = defineUseCase({
  name: 'workspace.update_settings',
  permission: 'workspace.configure',
  input: updateWorkspaceSettingsInput,
  run: async ({ db, emit, audit }, { name, locale, timeZone, businessHours, holidays }) => {
    const json = (value: unknown) => (value === undefined ? null : JSON.stringify(value));
    const [changedTime] = await db.query<{ isOther: boolean }>(sql`
      WITH before AS (SELECT * FROM workspaces WHERE id = ${db.workspaceId} FOR UPDATE)
      UPDATE workspaces w SET
        name = coalesce(${name ?? null}, w.name),
        locale = coalesce(${locale ?? null}, w.locale),
        time_zone = coalesce(${timeZone ?? null}, w.time_zone),
        business_hours = coalesce(${json(businessHours)}::jsonb, w.business_hours),
        holidays = coalesce(${json(holidays)}::jsonb, w.holidays)
      FROM before b WHERE w.id = b.id
      RETURNING (w.time_zone, w.business_hours, w.holidays) IS DISTINCT FROM (b.time_zone, b.business_hours, b.holidays) AS "isOther"`);
    emit(workspaceUpdated());
    if (changedTime?.isOther) emit(businessTimeChanged());
    const changed = Object.entries({ name, locale, timeZone, businessHours, holidays });
    audit({
      action: 'workspace.updated',
      subjectType: 'workspace',
      subjectId: db.workspaceId,
      data: Object.fromEntries(changed.filter(([, value]) => value !== undefined)),
    });
  },
});
