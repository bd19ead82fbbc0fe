// Third-party clients in runs of the client check.
//
//   node matrix.mjs run SERVER RESULTS CLIENT VARIANT VERSION PRESETS -- COMMAND...   a run for each preset
//   node matrix.mjs page RESULTS PAGE                                 writes the tables between the markers of a page
//
// RESULTS has one line of JSON for each client, variant and preset; a new result replaces the line.
import { spawn } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

/** Error messages name the programs of clients; results must not differ by where the checkout is. */
const DIRECTORY = fileURLToPath(new URL('.', import.meta.url));
const PATIENCE = 180_000;
const long = 'call:longRunningOperation:duration=3,steps=3';
const echo = 'call:echo:message=hello';
const times = (count, ...steps) => Array(count).fill(steps).flat();

/** What a client does in each preset. */
const STEPS = {
  plain: ['connect', 'lists', echo, 'call:longRunningOperation:duration=1,steps=2', 'call:elicitInputs'],
  // Requests within 100 ms on several connections have no order.
  'expired-session': ['connect', ...times(6, echo, 'wait:200')],
  'dropped-stream': ['connect', ...times(3, long)],
  polling: ['connect', ...times(2, long)],
  'legacy-only': ['connect', 'lists', echo],
  'modern-only': ['connect', 'lists', echo],
  paging: ['connect', 'lists', echo],
  headers: ['connect', 'lists', 'call:regionalGreeting:region=eu,level=2'],
  schemas: ['connect', 'lists', echo],
  'list-changes': ['connect', 'lists', 'call:addTool', 'wait:1000', 'lists', 'call:extraTool', 'call:removeTool'],
  'rate-limit': ['connect', echo, 'wait:5000', echo, echo, 'wait:5000', echo],
  'odd-server': ['connect', 'connected', ...times(11, echo)],
  oauth: ['connect', 'lists', 'call:whoAmI'],
  'step-up': ['connect', 'call:addTool', 'call:removeTool'],
  'short-token': ['connect', echo, ...times(3, 'wait:11000', 'both:echo:message=hello')],
  'wrong-issuer': times(6, 'connect', echo),
  'metadata-mismatch': times(3, 'connect'),
  'moved-authorization-server': ['connect', ...times(3, echo)],
  everything: ['connect']
};
const WITH_LOGIN = Object.keys(STEPS).slice(Object.keys(STEPS).indexOf('oauth'), -1);

const read = file => existsSync(file) ? readFileSync(file, 'utf8').split('\n').filter(Boolean).map(line => JSON.parse(line)) : [];
const key = line => `${line.client} ${line.variant} ${line.preset}`;

async function json(url, options) {
  const response = await fetch(url, options);
  if (!response.ok) throw new Error(`${response.status} ${await response.text()}`);
  return response.status === 204 ? undefined : response.json();
}

/** Runs the program of a client; the lines of JSON that it wrote. */
function client(command, preset) {
  return new Promise(resolve => {
    const child = spawn(command[0], command.slice(1), {
      stdio: ['ignore', 'pipe', 'pipe'], detached: true, env: { ...process.env, PRESET: preset }
    });
    let out = '';
    let err = '';
    child.stdout.on('data', chunk => (out += chunk));
    child.stderr.on('data', chunk => (err = (err + chunk).slice(-20_000)));
    const end = () => {
      try {
        process.kill(-child.pid, 'SIGKILL');
      } catch {
        // It has ended.
      }
    };
    const timer = setTimeout(end, PATIENCE);
    child.on('close', () => {
      clearTimeout(timer);
      end();
      const lines = out.replaceAll(DIRECTORY, '').split('\n').filter(line => line.startsWith('{')).map(line => JSON.parse(line));
      if (!lines.some(line => line.name === 'done')) lines.push({ step: 'program', ok: false, detail: err.trim().slice(-300) });
      resolve(lines.filter(line => line.step));
    });
  });
}

/** One exchange as text: request line, headers that matter, body, status, without what differs from run to run. */
function exchange(report, n) {
  const one = report.exchanges.find(candidate => candidate.n === n);
  if (!one) return undefined;
  const wanted = ['mcp-session-id', 'mcp-protocol-version', 'last-event-id', 'authorization', 'accept', 'content-type', 'mcp-method', 'mcp-name'];
  const headers = Object.entries(one.request.headers).filter(([name]) => wanted.includes(name.toLowerCase()))
    .map(([name, value]) => `${name}: ${value}`);
  return {
    n, method: one.request.method, path: short(one.request.path, report.id), headers,
    body: short(text(one.request.body), report.id).slice(0, 400), status: one.response.status,
    received: short(text(one.response.body), report.id).slice(0, 300), fault: one.fault
  };
}

const text = body => body == null ? '' : typeof body === 'string' ? body : typeof body.text === 'string' ? body.text : JSON.stringify(body);
const short = (value, id) => String(value ?? '').replaceAll(id, '<run>');

async function run([server, results, name, variant, version, presets], command) {
  for (const preset of presets.split(',')) {
    const created = await json(`${server}/check/runs`, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ preset })
    });
    const url = variant === 'sse' ? created.mcpUrl.replace(/\/mcp$/, '/sse') : created.mcpUrl;
    const began = Date.now();
    const steps = await client([...command, '--check', variant, url, ...STEPS[preset]], preset);
    await fetch(`${created.pageUrl}/finish`, { method: 'POST' });
    const report = await json(created.reportUrl);
    const checks = report.checks.filter(check => ['FAILURE', 'WARNING'].includes(check.status)).map(check => ({
      rule: check.rule, id: check.id, status: check.status, title: check.title, spec: check.spec, expected: check.expected,
      received: short(check.received, report.id), evidence: check.evidence,
      exchanges: check.evidence.slice(0, 2).map(n => exchange(report, n)).filter(Boolean)
    }));
    const line = {
      client: name, variant, version, preset, revisions: report.client?.revisions, headline: short(report.headline, report.id),
      summary: report.summary, checks, steps
    };
    if (process.env.REPORTS) writeFileSync(`${process.env.REPORTS}/${name}.${variant}.${preset}.json`, JSON.stringify(report, null, 1));
    const lines = read(results).filter(other => key(other) !== key(line));
    writeFileSync(results, [...lines, line].map(one => JSON.stringify(one)).join('\n') + '\n');
    await fetch(created.pageUrl, { method: 'DELETE' });
    console.log(`${name} ${variant} ${preset} ${Math.round((Date.now() - began) / 1000)} s: ${checks.map(c => `${c.status} ${c.rule}${c.evidence.length ? ' #' + c.evidence[0] : ''}`).join(', ') || 'no finding'}`
      + steps.filter(step => !step.ok).map(step => `\n    ${step.step}: ${step.detail.replaceAll('\n', ' ').slice(0, 160)}`).join(''));
  }
}

const title = line => `${line.client} ${line.version}${line.variant === 'http' ? '' : `, ${line.variant}`}`;
const strong = check => check.status === 'FAILURE' ? `**${check.rule}**` : check.rule;
/** Ids that differ in each run, shortened. */
const plain = value => value
  .replace(/[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g, id => `${id.slice(0, 4)}…`)
  .replace(/redacted-([a-z-]+)-([0-9a-f]{4})[0-9a-f]*(%28[^&\s]*?%29|\([^)]*\))?/g, '<$1 $2>')
  .replace(/(?=[A-Za-z_-]*\d)[A-Za-z0-9_-]{32,}/g, id => `${id.slice(0, 6)}…`)
  .replaceAll('/check/runs/<run>', '');

/** What is shown for a client in a preset. */
function cell(line) {
  if (!line) return '–';
  const refuses = ['metadata-mismatch', 'wrong-issuer'].includes(line.preset);
  const used = line.steps.filter(step => /^(lists|call|both)/.test(step.step));
  const missing = used.length ? 'no connection' : 'stopped';
  const connected = refuses || (used.length ? used : line.steps).some(step => step.ok);
  const rules = [...new Set(line.checks.map(strong))].sort((a, b) => b.startsWith('*') - a.startsWith('*'));
  return [...(connected ? [] : [missing]), ...rules].join(' ') || 'ok';
}

function table(lines, presets) {
  const names = [...new Map(lines.map(line => [title(line), line])).keys()].filter(name =>
    lines.some(line => title(line) === name && presets.includes(line.preset)));
  return [
    `| client | ${presets.map(preset => `\`${preset}\``).join(' | ')} |`,
    `|---|${presets.map(() => '---|').join('')}`,
    ...names.map(name => `| ${name} | ${presets.map(preset =>
      cell(lines.find(line => title(line) === name && line.preset === preset))).join(' | ')} |`)
  ].join('\n');
}

function shown(one) {
  const headers = one.headers.filter(header => !/^(accept|content-type):/i.test(header)).join('   ');
  const fault = one.fault ? `   (${one.fault})` : '';
  return plain([`${one.method} ${one.path}`, headers, one.body].filter(Boolean).join('   ').slice(0, 330) + `   -> ${one.status}${fault}`);
}

/** One section for each MUST that a client violated, with an exchange. */
function failures(lines) {
  const found = new Map();
  for (const line of lines) {
    for (const check of line.checks.filter(one => one.status === 'FAILURE')) {
      const id = `${check.rule} ${check.id} ${line.client}`;
      const one = found.get(id) ?? { ...check, client: `${line.client} ${line.version}`, where: new Map() };
      one.where.set(line.variant, [...(one.where.get(line.variant) ?? []), line.preset]);
      found.set(id, one);
    }
  }
  return [...found.values()].sort((a, b) => a.client.localeCompare(b.client) || a.rule.localeCompare(b.rule)).map(one => [
    `#### ${one.client}: ${one.rule} \`${one.id}\``,
    '',
    `[${one.title}](${one.spec}). Received: ${plain(one.received).replaceAll('\n', ' ')}. ` +
      [...one.where].map(([variant, presets]) => `\`${variant}\` in ${presets.map(preset => `\`${preset}\``).join(', ')}`).join('; ') + '.',
    ...(one.exchanges.length ? ['', '```', ...one.exchanges.map(shown), '```'] : [])
  ].join('\n')).join('\n\n');
}

function page(results, file) {
  const lines = read(results);
  const open = Object.keys(STEPS).filter(preset => !WITH_LOGIN.includes(preset) && preset !== 'everything');
  const marker = /(<!-- matrix -->\n)[^]*(<!-- end of matrix -->)/;
  const text = readFileSync(file, 'utf8');
  if (!marker.test(text)) throw new Error(`${file} has no markers`);
  const body = ['', table(lines, open), '', table(lines, WITH_LOGIN), '', table(lines, ['everything']), '', failures(lines), ''].join('\n');
  writeFileSync(file, text.replace(marker, (all, first, last) => `${first}${body}${last}`));
}

const [mode, ...rest] = process.argv.slice(2);
if (mode === 'run') {
  const at = rest.indexOf('--');
  await run(rest.slice(0, at), rest.slice(at + 1));
} else if (mode === 'page') {
  page(...rest);
} else if (mode === 'presets') {
  const names = Object.keys(STEPS).filter(preset => preset !== 'everything' && (rest[0] === 'login' || !WITH_LOGIN.includes(preset)));
  console.log(rest[0] === 'official' ? 'everything' : names.join(','));
}
