import { fieldsOf } from '../../../action-form/form-state';

/** Minutes in each unit the expectation can be given in. */
const unitMinutes: Record<string, number> = { minutes: 1, hours: 60 };

/** A channel form's fields in the shape of the use-cases: `settings.pageId` goes below `settings`; empty ones are left out. */
export function channelInput(form: FormData) {
  const { name, network, teamId, expectation, expectationUnit, ...rest } = fieldsOf(form);
  const minutes = Number(expectation) * (unitMinutes[expectationUnit ?? ''] ?? 1);
  return {
    name,
    ...(network && { network }),
    teamId: teamId ? teamId : null,
    expectationMinutes: minutes,
    settings: below('settings.', rest),
    secrets: below('secrets.', rest),
  };
}

function below(prefix: string, fields: Record<string, string>): Record<string, string> {
  const own = Object.entries(fields).filter(
    ([name, value]) => name.startsWith(prefix) && value.trim() !== '',
  );
  return Object.fromEntries(own.map(([name, value]) => [name.slice(prefix.length), value.trim()]));
}
