'use client';
import X from 'lucide-react/icons/x';
import { useTranslations } from 'next-intl';
import { type FieldDescription, shapeOfValue } from '@/modules/predicates/contract';
import { Combobox } from '@/ui/combobox';
import { iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { MultiPicker } from '@/ui/picker';
import { type Option, Select } from '@/ui/select';
import { TextField } from '@/ui/text-field';
import { useDirectory } from '../data/use-directory';
import { useFieldOptions } from './filter-options';
import { type Condition, newCondition } from './filter-tree';

export interface ConditionLineProps {
  condition: Condition;
  onChange: (condition: Condition) => void;
  onRemove: () => void;
}

/** Field, comparison, value. */
export function ConditionLine({ condition, onChange, onRemove }: ConditionLineProps) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const names = useTranslations('predicates.operatorNames');
  const { fields } = useDirectory();
  const labelOf = useFieldLabel();
  const field = fields.get(condition.field);
  return (
    <div className="grid grid-cols-[1fr_1fr_auto] gap-1.5">
      <Combobox
        aria-label={t('filters.field')}
        emptyText={common('nothingFound')}
        openLabel={common('showOptions')}
        options={[...fields.values()].map((one) => ({ value: one.name, label: labelOf(one) }))}
        value={condition.field}
        onValueChange={(name) => {
          const next = name ? fields.get(name) : undefined;
          if (next) onChange(newCondition(next));
        }}
      />
      <Select
        aria-label={t('filters.operator')}
        options={(field?.operators ?? []).map((op) => ({ value: op, label: names(op) }))}
        value={condition.op}
        onValueChange={(op) =>
          onChange({
            field: condition.field,
            op,
            ...(shapeOfValue(op) === shapeOfValue(condition.op) && condition.value !== undefined
              ? { value: condition.value }
              : {}),
          })
        }
      />
      <IconButton label={common('remove')} icon={<X {...iconSmall} />} onClick={onRemove} />
      {field && shapeOfValue(condition.op) !== 'none' ? (
        <div className="col-span-2">
          <ConditionValue
            field={field}
            condition={condition}
            onChange={(value) => onChange({ ...condition, value })}
          />
        </div>
      ) : null}
    </div>
  );
}

function useFieldLabel(): (field: FieldDescription) => string {
  const all = useTranslations();
  return ({ labelKey, name }) => (all.has(labelKey as never) ? all(labelKey as never) : name);
}

type Value = NonNullable<Condition['value']>;

interface ConditionValueProps {
  field: FieldDescription;
  condition: Condition;
  onChange: (value: Value) => void;
}

function ConditionValue({ field, condition, onChange }: ConditionValueProps) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const options = useFieldOptions()(field);
  const shape = shapeOfValue(condition.op);
  const { value } = condition;
  if (shape === 'period') return <Period value={value} onChange={onChange} />;
  if (shape === 'range') return <FromTo field={field} value={value} onChange={onChange} />;
  if (options && shape === 'list') return <Several options={options} value={value} onChange={onChange} />;
  if (options) {
    return (
      <Select
        aria-label={t('filters.value')}
        placeholder={common('choose')}
        options={options}
        value={value === undefined ? null : String(value)}
        onValueChange={onChange}
      />
    );
  }
  const text =
    shape === 'list'
      ? Array.isArray(value)
        ? value.join(', ')
        : ''
      : (value as string | number | undefined);
  return (
    <Typed
      field={field}
      label={t('filters.value')}
      value={text}
      isList={shape === 'list'}
      onChange={(next) =>
        onChange(
          shape === 'list'
            ? String(next)
                .split(',')
                .map((part) => part.trim())
                .filter(Boolean)
            : next,
        )
      }
    />
  );
}

interface TypedProps {
  field: FieldDescription;
  label: string;
  value: string | number | undefined;
  isList?: boolean;
  onChange: (value: string | number) => void;
}

/** A value one types: a word, a number, a day. */
function Typed({ field, label, value, isList, onChange }: TypedProps) {
  const type = isList ? 'text' : field.type === 'number' ? 'number' : field.type === 'date' ? 'date' : 'text';
  return (
    <TextField
      type={type}
      aria-label={label}
      placeholder={label}
      defaultValue={value === undefined ? '' : String(value)}
      onBlur={(event) => {
        const text = event.currentTarget.value.trim();
        onChange(type === 'number' && text !== '' ? Number(text) : text);
      }}
    />
  );
}

const units = ['hour', 'day', 'week', 'month'] as const;
type Unit = (typeof units)[number];

function Period({ value, onChange }: { value: Condition['value']; onChange: (value: Value) => void }) {
  const t = useTranslations('inbox');
  const given = (value as { relative?: { amount: number; unit: Unit } } | undefined)?.relative;
  const { amount, unit } = given ?? { amount: 7, unit: 'day' as const };
  const set = (next: { amount?: number; unit?: Unit }) =>
    onChange({ relative: { amount, unit, direction: 'past', ...next } });
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <TextField
        type="number"
        min={1}
        aria-label={t('filters.amount')}
        defaultValue={given ? String(amount) : ''}
        placeholder={String(amount)}
        onBlur={(event) =>
          set({ amount: Math.max(1, Math.round(Number(event.currentTarget.value) || amount)) })
        }
      />
      <Select
        aria-label={t('filters.unit')}
        value={unit}
        onValueChange={(next) => set({ unit: next })}
        options={units.map((one) => ({ value: one, label: t(`filters.units.${one}`) }))}
      />
    </div>
  );
}

interface FromToProps {
  field: FieldDescription;
  value: Condition['value'];
  onChange: (value: Value) => void;
}

function FromTo({ field, value, onChange }: FromToProps) {
  const t = useTranslations('inbox');
  const { from, to } = (value ?? {}) as { from?: string | number; to?: string | number };
  return (
    <div className="grid grid-cols-2 gap-1.5">
      <Typed
        field={field}
        label={t('filters.from')}
        value={from}
        onChange={(next) => onChange({ from: next, to: to ?? '' })}
      />
      <Typed
        field={field}
        label={t('filters.to')}
        value={to}
        onChange={(next) => onChange({ from: from ?? '', to: next })}
      />
    </div>
  );
}

interface SeveralProps {
  options: Option[];
  value: Condition['value'];
  onChange: (value: Value) => void;
}

function Several({ options, value, onChange }: SeveralProps) {
  const t = useTranslations('inbox');
  const common = useTranslations('common');
  const values = Array.isArray(value) ? value.map(String) : [];
  const shown = options.filter((one) => values.includes(one.value)).map(({ label }) => label);
  return (
    <MultiPicker
      label={t('filters.value')}
      emptyText={common('nothingFound')}
      options={options}
      values={values}
      onPick={onChange}
      trigger={
        <button
          type="button"
          className="h-8 w-full truncate rounded-r2 border border-line-control bg-raised px-2.5 text-left"
        >
          {shown.length > 0 ? shown.join(', ') : <span className="text-ink-3">{common('choose')}</span>}
        </button>
      }
    />
  );
}
