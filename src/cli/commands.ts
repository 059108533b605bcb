import { Command } from 'commander';
import { type CommandLine, collectPairs } from './command-line';
import { parseFiles } from './parse-files';

const WORKSPACE = ['--workspace <slug>', 'the workspace, by its slug'] as const;

/** The administrator's nouns and verbs. What needs the database is imported after `connect`, never before. */
export function buildProgram(line: CommandLine): Command {
  const program = new Command('npm run cli --')
    .description(
      'Administers Rapport. Prints one JSON line per thing; what goes wrong is said on standard error.',
    )
    .showHelpAfterError('Add --help for what is expected.')
    .exitOverride();
  addWorkspaces(program, line);
  addMembers(program, line);
  addChannels(program, line);
  addUpkeep(program, line);
  return program;
}

function addWorkspaces(program: Command, { connect, print }: CommandLine): void {
  const noun = program.command('workspaces').description('One brand’s data, members, channels and settings');
  noun
    .command('create')
    .description('Creates a workspace; with --owner, prints the link by which its first admin joins')
    .requiredOption('--name <name>', 'what people see')
    .option('--slug <slug>', 'its part of the address; made from the name where none is given')
    .option('--locale <locale>', 'de or en', 'de')
    .option('--time-zone <zone>', 'IANA name', 'Europe/Berlin')
    .option('--owner <email>', 'invited as admin')
    .action(async (options) => {
      await connect();
      print(await (await import('./workspace-verbs')).createWorkspace(options));
    });
  noun
    .command('list')
    .description('Every workspace, oldest first')
    .action(async () => {
      await connect();
      for await (const one of (await import('./workspace-verbs')).listWorkspaces()) print(one);
    });
}

function addMembers(program: Command, { connect, print }: CommandLine): void {
  const noun = program.command('members').description('Who works in a workspace');
  noun
    .command('invite')
    .description('Prints the link by which somebody joins; it works for seven days, no mail is sent')
    .requiredOption(...WORKSPACE)
    .requiredOption('--email <address>', 'who is invited')
    .requiredOption('--role <role>', 'admin, manager or marketer')
    .action(async ({ workspace, ...input }) => {
      await connect();
      print(await (await import('./member-verbs')).inviteMember(workspace, input));
    });
  noun
    .command('reset-link')
    .description('Prints the link by which a member sets a new password; it works once, for an hour')
    .requiredOption(...WORKSPACE)
    .requiredOption('--email <address>', 'whose password it is')
    .action(async ({ workspace, ...input }) => {
      await connect();
      print(await (await import('./member-verbs')).createResetLink(workspace, input));
    });
  noun
    .command('list')
    .description('Members by name, then open invitations')
    .requiredOption(...WORKSPACE)
    .action(async ({ workspace }) => {
      await connect();
      for (const one of await (await import('./member-verbs')).listMembers(workspace)) print(one);
    });
}

function addChannels(program: Command, line: CommandLine): void {
  const { connect, print } = line;
  const noun = program.command('channels').description('Connections to networks');
  noun
    .command('create')
    .description('Connects a channel; secrets that Rapport makes are printed this once')
    .requiredOption('--network <network>', 'its connector: api, facebook …')
    .requiredOption(...WORKSPACE)
    .option('--callback <url>', 'where replies are delivered (api)')
    .option('--name <name>', 'what people see')
    .option('--setting <name=value>', 'a setting of the connector, repeatable', collectPairs)
    .option('--secret <name=value>', 'a secret of the network, repeatable', collectPairs)
    .option('--expectation <minutes>', 'business minutes within which an answer is expected')
    .action(async ({ workspace, ...options }) => {
      await connect();
      print(await (await import('./channel-verbs')).createChannel(workspace, options));
    });
  noun
    .command('list')
    .description('Channels with their state and counts')
    .requiredOption(...WORKSPACE)
    .action(async ({ workspace }) => {
      await connect();
      for (const one of await (await import('./channel-verbs')).listChannels(workspace)) print(one);
    });
  noun
    .command('check')
    .description('Channels with what is wrong with each, their networks asked; exit code 1 where anything is')
    .requiredOption(...WORKSPACE)
    .action(async ({ workspace }) => {
      await connect();
      const checks = await (await import('./channel-verbs')).checkChannels(workspace);
      for (const one of checks) print(one);
      const isWell = ({ problems, live }: (typeof checks)[number]) =>
        problems.length === 0 && (live?.outcome ?? 'ok') === 'ok';
      if (!checks.every(isWell)) line.fail();
    });
  addChannelEvents(noun, line);
}

function addChannelEvents(noun: Command, { connect, print }: CommandLine): void {
  noun
    .command('parse')
    .description('What payloads would become, a line per file; stores nothing, needs no database')
    .argument('<network>', 'whose payloads these are')
    .argument('<file...>', 'one payload each')
    .option('--setting <name=value>', 'a setting of the channel meant, repeatable', collectPairs)
    .action(async (network: string, files: string[], { setting = {} }) => {
      for await (const one of parseFiles(network, files, setting)) print(one);
    });
  noun
    .command('replay')
    .description('Puts parked events back in line: one, or all of a channel')
    .requiredOption(...WORKSPACE)
    .requiredOption('--channel <id>', 'the channel')
    .option('--event <id>', 'only this event')
    .action(async ({ workspace, ...input }) => {
      await connect();
      print(await (await import('./channel-verbs')).replayEvents(workspace, input));
    });
  noun
    .command('rotate')
    .description('A new secret beside the old one, which stays valid for the overlap')
    .requiredOption(...WORKSPACE)
    .requiredOption('--channel <id>', 'the channel')
    .option('--name <secret>', 'which of its secrets; the one Rapport makes where none is given')
    .option('--overlap-hours <hours>', 'how long the old one stays valid, 0 to 168', '24')
    .action(async ({ workspace, ...input }) => {
      await connect();
      print(await (await import('./channel-verbs')).rotateChannelSecret(workspace, input));
    });
}

function addUpkeep(program: Command, { connect, print }: CommandLine): void {
  const keys = program.command('api-keys').description('Bearer keys for api/v1');
  keys
    .command('create')
    .description('A key with the rights of a member, printed this once')
    .requiredOption(...WORKSPACE)
    .requiredOption('--member <email>', 'whose rights it has')
    .option('--name <name>', 'what it is for', 'Command line')
    .action(async ({ workspace, ...input }) => {
      await connect();
      print(await (await import('./member-verbs')).createApiKey(workspace, input));
    });
  keys
    .command('list')
    .description('Keys that work, by their first characters')
    .requiredOption(...WORKSPACE)
    .option('--member <email>', 'only of this member')
    .action(async ({ workspace, member }) => {
      await connect();
      for (const one of await (await import('./member-verbs')).listApiKeys(workspace, member)) print(one);
    });
  program
    .command('secrets')
    .description('Secrets of channels, as they are kept')
    .command('rewrap')
    .description('Wraps every secret with the current key-encryption key (the first of KEY_ENCRYPTION_KEYS)')
    .action(async () => {
      await connect();
      for await (const one of (await import('./channel-verbs')).rewrapSecrets()) print(one);
    });
}
