// Counts what the official suite wrote: node count.mjs REVISION FOLDER
// A suite that did not run a scenario, or that only warned, must not look like one that passed.
import { readFileSync, readdirSync, existsSync } from 'node:fs';
import { join } from 'node:path';

const [revision, folder] = process.argv.slice(2);
const expected = JSON.parse(readFileSync(new URL('./expected.json', import.meta.url)))[revision];
if (!expected) {
  console.error(`expected.json does not know revision ${revision}`);
  process.exit(2);
}
const counts = { SUCCESS: 0, FAILURE: 0, WARNING: 0, SKIPPED: 0, INFO: 0 };
const seen = new Set();
const bad = [];
for (const run of existsSync(folder) ? readdirSync(folder) : []) {
  const file = join(folder, run, 'checks.json');
  const scenario = run.replace(/^server-/, '').replace(/-\d{4}-\d\d-\d\dT.*$/, '');
  if (!existsSync(file)) {
    bad.push(`${scenario}: no checks.json`);
    continue;
  }
  seen.add(scenario);
  for (const check of JSON.parse(readFileSync(file))) {
    counts[check.status] = (counts[check.status] ?? 0) + 1;
    if (check.status === 'FAILURE' || check.status === 'WARNING') {
      bad.push(`${scenario}: ${check.status} ${check.id} ${check.errorMessage ?? ''}`);
    }
  }
}
const missing = expected.filter((scenario) => !seen.has(scenario));
console.log(`${seen.size} scenarios, checks: ${JSON.stringify(counts)}`);
missing.forEach((scenario) => console.error(`MISSING ${scenario}`));
bad.forEach((line) => console.error(line));
process.exit(missing.length + bad.length === 0 ? 0 : 1);
