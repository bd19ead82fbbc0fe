// MCP Inspector's command line, one process for each call: node inspector-cli.mjs URL
import { execFile } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { program } from './program.mjs';

const inspector = path.resolve('node_modules/.bin/mcp-inspector');

const open = (...options) => url => {
  const home = mkdtempSync(path.join(tmpdir(), 'inspector-'));
  const inspect = async (...args) => {
    const { stdout } = await promisify(execFile)(inspector, ['--cli', url, ...options, '--format', 'json', '--quiet', ...args], {
      env: { ...process.env, HOME: home, MCP_CATALOG_PATH: path.join(home, 'mcp.json') }, maxBuffer: 1 << 26, timeout: 30_000
    }).catch(e => {
      // An error result has an exit code of its own, and is printed all the same.
      if (e.stdout) return e;
      throw e;
    });
    const answer = JSON.parse(stdout);
    return answer.result ?? answer;
  };
  return {
    tools: async () => (await inspect('--method', 'tools/list')).tools.map(tool => tool.name),
    resources: async () => (await inspect('--method', 'resources/list')).resources.map(resource => resource.uri),
    prompts: async () => (await inspect('--method', 'prompts/list')).prompts.map(prompt => prompt.name),
    read: uri => inspect('--method', 'resources/read', '--uri', uri),
    call: (tool, args) => inspect('--method', 'tools/call', '--tool-name', tool, '--tool-args-json', JSON.stringify(args))
  };
};

await program({
  legacy: { name: 'Inspector --cli, legacy', path: '/mcp', open: open('--transport', 'http', '--protocol-era', 'legacy') },
  modern: { name: 'Inspector --cli, modern', path: '/mcp', open: open('--transport', 'http', '--protocol-era', 'modern') },
  sse: { name: 'Inspector --cli, HTTP+SSE', path: '/sse', open: open('--transport', 'sse') }
});
