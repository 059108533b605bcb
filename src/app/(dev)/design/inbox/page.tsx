import { ClientMessages } from '@/i18n/client-messages';
import { SampleInbox } from './sample-inbox';

/** The frame with an inbox of sample content, to hold against the drawings. */
export default function SampleInboxPage() {
  return (
    <ClientMessages namespaces={['design', 'navigation', 'networks', 'vocabulary']} timeZone="Europe/Berlin">
      <SampleInbox />
    </ClientMessages>
  );
}
