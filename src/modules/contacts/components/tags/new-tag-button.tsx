'use client';
import { useQuery } from '@tanstack/react-query';
import Plus from 'lucide-react/icons/plus';
import { useTranslations } from 'next-intl';
import { useState } from 'react';
import { tagColors } from '@/kernel/vocabulary';
import { Button } from '@/ui/button';
import { icon } from '@/ui/icon';
import { tagsOptions } from '../../client';
import { TagDialog } from './tag-dialog';

export function NewTagButton({ slug }: { slug: string }) {
  const t = useTranslations('settings.tags');
  const count = useQuery(tagsOptions(slug)).data?.length ?? 0;
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <Button tone="primary" icon={<Plus {...icon} />} onClick={() => setOpen(true)}>
        {t('create')}
      </Button>
      {isOpen ? (
        <TagDialog
          slug={slug}
          tag={null}
          firstColour={tagColors[count % tagColors.length] ?? 'c1'}
          onClose={() => setOpen(false)}
        />
      ) : null}
    </>
  );
}
