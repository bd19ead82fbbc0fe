// MCP Inspector's command line: node inspector-cli.mjs URL
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { done, everything, check } from './report.mjs';

const [url] = process.argv.slice(2);
const home = mkdtempSync(path.join(tmpdir(), 'inspector-'));
const program = path.resolve('node_modules/.bin/mcp-inspector');

async function inspect(where, ...args) {
  const { stdout } = await promisify(execFile)(program, ['--cli', ...where, '--format', 'json', '--quiet', ...args], {
    env: { ...process.env, HOME: home, MCP_CATALOG_PATH: path.join(home, 'mcp.json') }, maxBuffer: 1 << 26
  }).catch(e => {
    // An error result has an exit code of its own, and is printed all the same.
    if (e.stdout) return e;
    throw e;
  });
  const answer = JSON.parse(stdout);
  return answer.result ?? answer;
}

for (const [name, ...where] of [
  ['Inspector --cli, legacy', `${url}/mcp`, '--transport', 'http', '--protocol-era', 'legacy'],
  ['Inspector --cli, modern', `${url}/mcp`, '--transport', 'http', '--protocol-era', 'modern'],
  ['Inspector --cli, HTTP+SSE', `${url}/sse`, '--transport', 'sse']
]) {
  await everything(name, {
    tools: async () => (await inspect(where, '--method', 'tools/list')).tools.map(tool => tool.name),
    resources: async () => (await inspect(where, '--method', 'resources/list')).resources.map(resource => resource.uri),
    prompts: async () => (await inspect(where, '--method', 'prompts/list')).prompts.map(prompt => prompt.name),
    call: (tool, args) =>
      inspect(where, '--method', 'tools/call', '--tool-name', tool, '--tool-args-json', JSON.stringify(args))
  });
  await check(`${name}: reads a resource`, async () => {
    const read = await inspect(where, '--method', 'resources/read', '--uri', 'test://static/resource/1');
    assert.equal(read.contents[0].uri, 'test://static/resource/1');
  });
}
done();
