// Sessions that are created and abandoned: what they cost, and what is left of them after their time.
//
//   node scratch/instances/abandon.mjs [number of sessions] [seconds they live]
//
// Starts a Redis and a server of its own on free ports, and stops both. Needs redis-server, redis-cli and jcmd.

import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, openSync, rmSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';

const [count = 20_000, seconds = 30] = process.argv.slice(2).map(Number);
const root = path.resolve(import.meta.dirname, '../..');
const folder = mkdtempSync(path.join(os.tmpdir(), 'everything-abandon-'));
const java = process.env.JAVA ?? 'java';
const children = [];

const freePort = () => new Promise(resolve => {
  const probe = net.createServer().listen(0, '127.0.0.1', () => {
    const { port } = probe.address();
    probe.close(() => resolve(port));
  });
});
const sleep = millis => new Promise(resolve => setTimeout(resolve, millis));

function start(name, command, args, env) {
  const log = openSync(path.join(folder, `${name}.log`), 'w');
  const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ['ignore', log, log] });
  children.push(child);
  return child;
}

const redisPort = await freePort();
const port = await freePort();
start('redis', 'redis-server', ['--port', redisPort, '--bind', '127.0.0.1', '--save', '', '--dir', folder].map(String));
const server = start('server', java, ['-Xmx512m', '-XX:+UseSerialGC', '-jar', process.env.JAR ?? 'everything-server/target/everything-server.jar', 'server', 'config.yml'], {
  AUTH_MODE: 'none', STORE: 'redis', REDIS_URL: `redis://127.0.0.1:${redisPort}`, PORT: String(port), ADMIN_PORT: String(await freePort()),
  SESSION_TIMEOUT: `${seconds}s`, MAX_SESSIONS: String(count + 1000)
});

const redis = (...words) => execFileSync('redis-cli', ['-p', String(redisPort), ...words]).toString().trim();

/** Keys and bytes in Redis, and what lives in the heap, after a full collection. */
function look(what) {
  const heap = execFileSync('jcmd', [String(server.pid), 'GC.class_histogram']).toString().trim().split('\n').at(-1);
  const figures = {
    keys: Number(redis('dbsize')),
    redis: Number(/used_memory:(\d+)/.exec(redis('info', 'memory'))[1]),
    heap: Number(heap.trim().split(/\s+/)[2])
  };
  console.log(`${what.padEnd(34)} ${String(figures.keys).padStart(7)} keys ${(figures.redis / 1024).toFixed(0).padStart(8)} KB in Redis `
    + `${(figures.heap / 1024).toFixed(0).padStart(8)} KB of live heap`);
  return figures;
}

const headers = { 'Content-Type': 'application/json', Accept: 'application/json, text/event-stream' };
const post = (message, more) => fetch(`http://127.0.0.1:${port}/mcp`, {
  method: 'POST', headers: { ...headers, ...more }, body: JSON.stringify({ jsonrpc: '2.0', ...message })
});

async function session() {
  const begun = await post({
    id: 1, method: 'initialize',
    params: { protocolVersion: '2025-11-25', capabilities: {}, clientInfo: { name: 'abandon', version: '1' } }
  });
  if (begun.status !== 200) {
    throw new Error(`${begun.status} ${await begun.text()}`);
  }
  await begun.text();
  const more = { 'Mcp-Session-Id': begun.headers.get('mcp-session-id'), 'MCP-Protocol-Version': '2025-11-25' };
  await (await post({ method: 'notifications/initialized' }, more)).text();
}

async function many(number) {
  let left = number;
  await Promise.all(Array.from({ length: 32 }, async () => {
    while (left-- > 0) {
      await session();
    }
  }));
}

let failed = 1;
try {
  for (let i = 0; i < 300; i++) {
    const up = await fetch(`http://127.0.0.1:${port}/health`).then(answer => answer.ok, () => false);
    if (up) {
      break;
    }
    await sleep(200);
  }
  await many(2_000);
  await sleep((seconds + 35) * 1000);
  const first = look('at the start (warm)');
  const begun = Date.now();
  await many(count);
  const full = look(`with ${count} sessions, made in ${((Date.now() - begun) / 1000).toFixed(0)} s`);
  const live = Math.max(1, full.keys - first.keys);
  console.log(`per session: ${((full.redis - first.redis) / live).toFixed(0)} bytes in Redis (${live} of them live)`);
  let last = full;
  for (let i = 0; i < 20 && last.keys > first.keys; i++) {
    await sleep(15_000);
    last = look(`${((Date.now() - begun) / 1000).toFixed(0)} s after the first one was made`);
  }
  failed = last.keys <= first.keys && last.heap < first.heap * 1.1 + 1024 * 1024 ? 0 : 1;
  console.log(failed ? 'FAILED: something is left' : 'Nothing is left');
} finally {
  for (const child of children.reverse()) {
    const ended = new Promise(resolve => child.once('exit', resolve));
    child.kill();
    await ended;
  }
  rmSync(folder, { recursive: true, force: true });
}
process.exit(failed);
