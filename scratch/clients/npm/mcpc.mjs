// @apify/mcpc, a command line with a bridge process for each session: node mcpc.mjs URL
import { execFile, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { person } from '../../official/browser.mjs';
import { program } from './program.mjs';

const mcpc = path.resolve('node_modules/.bin/mcpc');

const open = async url => {
  const home = mkdtempSync(path.join(tmpdir(), 'mcpc-'));
  // Without a program that opens a browser it reads the redirect from the terminal; the script is the browser. Without a
  // keychain it stores the tokens in its directory.
  writeFileSync(path.join(home, 'xdg-open'), '#!/bin/sh\n', { mode: 0o755 });
  const env = { ...process.env, MCPC_HOME_DIR: home, PATH: `${home}:${process.env.PATH}` };
  const run = async (...args) => {
    const running = promisify(execFile)(mcpc, ['--json', ...args], { env, maxBuffer: 1 << 26, timeout: 30_000 });
    // A call without arguments reads them from its input.
    running.child.stdin.end();
    return JSON.parse((await running).stdout);
  };
  const login = () => new Promise((resolve, reject) => {
    const child = spawn(mcpc, ['--json', 'login', url], { env, stdio: ['ignore', 'ignore', 'pipe'], timeout: 20_000 });
    let said = '';
    let opened = false;
    child.stderr.setEncoding('utf8').on('data', chunk => {
      said += chunk;
      const address = said.match(/Authorization URL: (\S+)\n/)?.[1];
      if (address && !opened) {
        opened = true;
        person(address).catch(e => process.stderr.write(`${e.stack}\n`));
      }
    });
    child.once('close', code => code === 0 ? resolve() : reject(new Error(`login: ${said.slice(-300)}`)));
  });
  /** Signs in as its error message says: a new process for the session, which refreshes the token, otherwise a login. */
  let again;
  const signedIn = async action => {
    for (const repair of [() => run('@run', 'restart'), () => login().then(() => run('@run', 'restart'))]) {
      try {
        return await action();
      } catch (e) {
        if (e.code !== 4) throw e;
        again ??= repair().catch(failed => {
          if (failed.code !== 4) throw failed;
        }).finally(() => (again = undefined));
        await again;
      }
    }
    return action();
  };
  // It may print nothing if it is not logged in; the next command says so.
  const unauthorized = e => e.code === 4 ||
    e instanceof SyntaxError && run('@run', 'ping').then(() => false, next => next.code === 4);
  let loggedIn = false;
  // Its process for a session has 5 seconds to start, which a busy machine may exceed.
  for (let left = 3; left > 0; left--) {
    try {
      await run('connect', url, '@run');
      break;
    } catch (e) {
      if (!loggedIn && await unauthorized(e)) {
        loggedIn = true;
        await run('@run', 'close');
        await login();
      } else if (left === 1 || !/Bridge failed to start/.test(`${e.message}${e.stdout}`)) {
        throw e;
      }
    }
  }
  const list = async (method, field, name) => {
    const answer = await signedIn(() => run('@run', method));
    return (answer[field] ?? answer).map(one => one[name]);
  };
  return {
    tools: () => list('tools-list', 'tools', 'name'),
    resources: () => list('resources-list', 'resources', 'uri'),
    prompts: () => list('prompts-list', 'prompts', 'name'),
    call: (tool, args) => signedIn(() =>
      run('@run', 'tools-call', tool, ...Object.entries(args).map(([name, value]) => `${name}:=${JSON.stringify(value)}`))),
    close: () => run('@run', 'close')
  };
};

// A connection that begins with a login takes six processes.
await program({ http: { name: 'mcpc', path: '/mcp', open, patience: 90_000 } });
