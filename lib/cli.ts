import { parseArgs } from 'node:util';
import { say } from './cli/batch';
import { type Command, USAGE, UsageError } from './cli/usage';
import { SynopticError, toErrorBody } from './errors';

// Rooms are loaded by the command that needs them: a parser of web pages costs a second that `align` should not pay.
const reading = () => import('./cli/reading-commands');
const framing = () => import('./cli/framing-commands');
const texts = () => import('./cli/text-commands');
const store = () => import('./cli/store-commands');
const exporting = () => import('./cli/export-commands');

const COMMANDS: Record<string, () => Promise<Command>> = {
  feed: async () => (await reading()).feed,
  extract: async () => (await reading()).extract,
  group: async () => (await texts()).group,
  align: async () => (await texts()).align,
  diff: async () => (await texts()).diff,
  frame: async () => (await framing()).frame,
  codebook: async () => (await framing()).codebook,
  compare: async () => (await texts()).compare,
  outlets: async () => (await store()).outlets,
  corrections: async () => (await store()).corrections,
  refresh: async () => (await store()).refresh,
  worker: async () => (await store()).worker,
  export: async () => (await exporting()).exportMany,
  import: async () => (await exporting()).importOne,
  backup: async () => (await store()).backup,
  doctor: async () => (await store()).doctor,
};

async function main(argv: string[]): Promise<number> {
  const { values, positionals } = parseArgs({
    args: argv,
    allowPositionals: true,
    options: {
      batch: { type: 'string' },
      url: { type: 'string' },
      reference: { type: 'string' },
      codebook: { type: 'string' },
      due: { type: 'boolean' },
      all: { type: 'string' },
      format: { type: 'string' },
      table: { type: 'string' },
      excerpts: { type: 'boolean' },
      again: { type: 'boolean' },
      help: { type: 'boolean' },
    },
  });
  const [name, ...words] = positionals;
  if (values.help) {
    process.stdout.write(`${USAGE}\n`);
    return 0;
  }
  if (name === undefined) throw new UsageError('no command given');
  const load = COMMANDS[name];
  if (!load) throw new UsageError(`there is no command “${name}”`);
  return (await load())({ words, ...values });
}

function isUsage(error: unknown): error is Error {
  if (error instanceof UsageError) return true;
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (isUsage(error)) {
    say(`${error.message}\n\n${USAGE}`);
    process.exitCode = 2;
  } else {
    if (!(error instanceof SynopticError)) say(error instanceof Error ? (error.stack ?? error.message) : String(error));
    const { code, message } = toErrorBody(error).error;
    say(`${code}: ${message}`);
    process.exitCode = 1;
  }
}
