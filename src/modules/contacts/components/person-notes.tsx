'use client';
import Pencil from 'lucide-react/icons/pencil';
import Trash2 from 'lucide-react/icons/trash-2';
import { useTranslations } from 'next-intl';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Button } from '@/ui/button';
import { iconSmall } from '@/ui/icon';
import { IconButton } from '@/ui/icon-button';
import { Moment } from '@/ui/moment';
import { showToast } from '@/ui/toast';
import { isApple } from '@/ui/use-is-apple';
import { useWriteNote } from '../client';
import type { NoteView } from '../contract';

export interface PersonNotesProps {
  slug: string;
  contactId: string;
  notes: readonly NoteView[];
  memberId: string;
}

const UNDO_MS = 6000;

/** What colleagues noted about the person; a deleted note goes for good only when undo has passed. */
export function PersonNotes({ slug, contactId, notes, memberId }: PersonNotesProps) {
  const t = useTranslations('contacts');
  const common = useTranslations('common');
  const { mutateAsync } = useWriteNote(slug);
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const waiting = useRef(new Map<string, ReturnType<typeof setTimeout>>());
  const write = async (noteId: string | undefined, text: string | undefined) => {
    try {
      await mutateAsync({
        contactId,
        ...(noteId ? { noteId } : {}),
        ...(text === undefined ? {} : { text }),
      });
    } catch {
      showToast({ text: t('notes.notSaved'), tone: 'bad' });
      if (noteId) setGone((all) => without(all, noteId));
      throw new Error('not saved');
    }
  };
  useEffect(() => {
    const timers = waiting.current;
    // Leaving the person makes the deletion final.
    return () => {
      for (const [noteId, timer] of timers) {
        clearTimeout(timer);
        void mutateAsync({ contactId, noteId }).catch(() => undefined);
      }
      timers.clear();
    };
  }, [contactId, mutateAsync]);
  const remove = (noteId: string) => {
    setGone((all) => new Set(all).add(noteId));
    waiting.current.set(
      noteId,
      setTimeout(() => {
        waiting.current.delete(noteId);
        void write(noteId, undefined).catch(() => undefined);
      }, UNDO_MS),
    );
    const undo = () => {
      clearTimeout(waiting.current.get(noteId));
      waiting.current.delete(noteId);
      setGone((all) => without(all, noteId));
    };
    showToast({ text: t('notes.deleted'), timeout: UNDO_MS, action: { label: common('undo'), run: undo } });
  };
  return (
    <div className="flex flex-col gap-2">
      {notes
        .filter(({ id }) => !gone.has(id))
        .map((note) => (
          <Note
            key={note.id}
            note={note}
            isMine={note.author.id === memberId}
            onSave={(text) => write(note.id, text)}
            onRemove={() => remove(note.id)}
          />
        ))}
      <NoteField key={contactId} label={t('notes.add')} onSave={(text) => write(undefined, text)} />
    </div>
  );
}

function without(all: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...all].filter((one) => one !== id));
}

interface NoteProps {
  note: NoteView;
  isMine: boolean;
  onSave: (text: string) => Promise<void>;
  onRemove: () => void;
}

function Note({ note, isMine, onSave, onRemove }: NoteProps) {
  const t = useTranslations('contacts');
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) {
    return (
      <NoteField
        label={t('notes.edit')}
        text={note.text}
        onSave={async (text) => {
          await onSave(text);
          setIsEditing(false);
        }}
        onCancel={() => setIsEditing(false)}
      />
    );
  }
  return (
    <article className="group/note rounded-r2 bg-warn-soft px-3 py-2 text-small text-warn-ink">
      <p dir="auto" className="whitespace-pre-wrap">
        {note.text.toWellFormed()}
      </p>
      <footer className="mt-1 flex min-h-6.5 items-center gap-1 text-meta">
        <span className="min-w-0 flex-1 truncate">
          {note.author.name} · <Moment value={note.createdAt} />
        </span>
        <span className="flex opacity-0 group-focus-within/note:opacity-100 group-hover/note:opacity-100 pointer-coarse:opacity-100">
          {isMine ? (
            <IconButton
              label={t('notes.edit')}
              icon={<Pencil {...iconSmall} />}
              size="small"
              onClick={() => setIsEditing(true)}
            />
          ) : null}
          <IconButton
            label={t('notes.delete')}
            icon={<Trash2 {...iconSmall} />}
            size="small"
            onClick={onRemove}
          />
        </span>
      </footer>
    </article>
  );
}

interface NoteFieldProps {
  label: string;
  text?: string;
  onSave: (text: string) => Promise<void>;
  onCancel?: () => void;
}

function NoteField({ label, text = '', onSave, onCancel }: NoteFieldProps) {
  const common = useTranslations('common');
  const [value, setValue] = useState(text);
  const [isBusy, setIsBusy] = useState(false);
  const save = async () => {
    if (!value.trim() || isBusy) return;
    setIsBusy(true);
    try {
      await onSave(value.trim());
      setValue('');
    } catch {
      // The reason has been said; the words stay.
    }
    setIsBusy(false);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const isMod = isApple() ? event.metaKey : event.ctrlKey;
    if (event.key === 'Enter' && isMod) void save();
    if (event.key === 'Escape') onCancel?.();
  };
  return (
    <div className="flex flex-col gap-1.5">
      <textarea
        rows={1}
        dir="auto"
        aria-label={label}
        placeholder={label}
        value={value}
        onChange={(event) => setValue(event.target.value)}
        onKeyDown={onKeyDown}
        className="block max-h-60 w-full resize-none rounded-r2 border border-line-control bg-raised px-2.5 py-1.5 text-small [field-sizing:content] pointer-coarse:text-lead"
      />
      {value.trim() || onCancel ? (
        <span className="flex gap-1.5">
          <Button size="small" busy={isBusy} onClick={() => void save()}>
            {common('save')}
          </Button>
          {onCancel ? (
            <Button size="small" tone="quiet" onClick={onCancel}>
              {common('cancel')}
            </Button>
          ) : null}
        </span>
      ) : null}
    </div>
  );
}
