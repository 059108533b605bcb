import type auth from './messages/en/auth.json';
import type channels from './messages/en/channels.json';
import type common from './messages/en/common.json';
import type contacts from './messages/en/contacts.json';
import type conversations from './messages/en/conversations.json';
import type crash from './messages/en/crash.json';
import type design from './messages/en/design.json';
import type errors from './messages/en/errors.json';
import type fields from './messages/en/fields.json';
import type inbox from './messages/en/inbox.json';
import type ingest from './messages/en/ingest.json';
import type landing from './messages/en/landing.json';
import type listening from './messages/en/listening.json';
import type navigation from './messages/en/navigation.json';
import type networks from './messages/en/networks.json';
import type predicates from './messages/en/predicates.json';
import type settings from './messages/en/settings.json';
import type shortcuts from './messages/en/shortcuts.json';
import type vocabulary from './messages/en/vocabulary.json';
import type warnings from './messages/en/warnings.json';
import type widget from './messages/en/widget.json';
import type workspaces from './messages/en/workspaces.json';

/** Every message file is a top-level namespace. A new one is a line here and a file in each language. */
export interface Messages {
  workspaces: typeof workspaces;
  settings: typeof settings;
  landing: typeof landing;
  auth: typeof auth;
  channels: typeof channels;
  common: typeof common;
  shortcuts: typeof shortcuts;
  contacts: typeof contacts;
  conversations: typeof conversations;
  inbox: typeof inbox;
  crash: typeof crash;
  design: typeof design;
  errors: typeof errors;
  fields: typeof fields;
  listening: typeof listening;
  navigation: typeof navigation;
  networks: typeof networks;
  ingest: typeof ingest;
  predicates: typeof predicates;
  vocabulary: typeof vocabulary;
  warnings: typeof warnings;
  widget: typeof widget;
}

export type Namespace = keyof Messages;

// A record, so that a namespace forgotten here does not compile.
const listed: Record<Namespace, true> = {
  workspaces: true,
  settings: true,
  landing: true,
  auth: true,
  channels: true,
  common: true,
  shortcuts: true,
  contacts: true,
  conversations: true,
  inbox: true,
  crash: true,
  design: true,
  errors: true,
  fields: true,
  listening: true,
  navigation: true,
  networks: true,
  ingest: true,
  predicates: true,
  vocabulary: true,
  warnings: true,
  widget: true,
};

/** The list of all namespaces. */
export const namespaces = Object.keys(listed) as Namespace[];
