// The example client of the official suite, in a checkout of its repository with installed dependencies (OFFICIAL_SUITE):
// node official-example.mjs --check SCENARIO URL. The scenario has '.' for '/'. Its logins end at the consent page of a run: it expects
// that the authorization endpoint redirects at once.
import { execFile } from 'node:child_process';
import path from 'node:path';
import { promisify } from 'node:util';
import { done, write } from './report.mjs';

const [, scenario, url] = process.argv.slice(2);
const suite = process.env.OFFICIAL_SUITE;
const modern = ['request-metadata', 'sep-2322-client-request-state'].includes(scenario);
try {
  await promisify(execFile)(path.join(suite, 'node_modules/.bin/tsx'), ['examples/clients/typescript/everything-client.ts', url], {
    cwd: suite, timeout: 60_000,
    env: {
      ...process.env, MCP_CONFORMANCE_SCENARIO: scenario.replace('.', '/'),
      MCP_CONFORMANCE_PROTOCOL_VERSION: modern ? '2026-07-28' : '2025-11-25'
    }
  });
  write({ step: 'connect', ok: true });
} catch (e) {
  const reason = `${e.stderr}${e.stdout}`.split('\n').find(line => /error/i.test(line)) ?? e.message;
  write({ step: 'connect', ok: false, detail: reason.slice(0, 300) });
}
done();
