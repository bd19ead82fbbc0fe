// @apify/mcpc, a command line with a bridge process for each session: node mcpc.mjs URL
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { program } from './program.mjs';

const mcpc = path.resolve('node_modules/.bin/mcpc');

const open = async url => {
  const home = mkdtempSync(path.join(tmpdir(), 'mcpc-'));
  const run = async (...args) => {
    const { stdout } = await promisify(execFile)(mcpc, ['--json', ...args], {
      env: { ...process.env, MCPC_HOME_DIR: home }, maxBuffer: 1 << 26, timeout: 30_000
    });
    return JSON.parse(stdout);
  };
  // Its process for a session has 5 seconds to start, which a busy machine may exceed.
  for (let left = 3; left > 0; left--) {
    try {
      await run('connect', url, '@run');
      break;
    } catch (e) {
      if (left === 1 || !/Bridge failed to start/.test(`${e.message}${e.stdout}`)) throw e;
    }
  }
  const list = async (method, field, name) => {
    const answer = await run('@run', method);
    return (answer[field] ?? answer).map(one => one[name]);
  };
  return {
    tools: () => list('tools-list', 'tools', 'name'),
    resources: () => list('resources-list', 'resources', 'uri'),
    prompts: () => list('prompts-list', 'prompts', 'name'),
    call: (tool, args) => run('@run', 'tools-call', tool, ...Object.entries(args).map(([name, value]) => `${name}:=${JSON.stringify(value)}`)),
    close: () => run('@run', 'close')
  };
};

await program({ http: { name: 'mcpc', path: '/mcp', open } });
