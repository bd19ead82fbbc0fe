// Runs the suite's authorization scenarios and does what a person would: node person.mjs ISSUER RESOURCE FOLDER -- COMMAND...
// The suite prints an address and waits for somebody to open it. Alice agrees, logs in, and is sent back to the suite.
import { spawn } from 'node:child_process';
import { person } from './browser.mjs';

const [issuer, resource, folder, , ...command] = process.argv.slice(2);
const port = 20000 + Math.floor(Math.random() * 20000);

async function register() {
  const answer = await fetch(`${issuer}/register`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      client_name: 'Official conformance suite',
      redirect_uris: [`http://127.0.0.1:${port}/callback`],
      token_endpoint_auth_method: 'none',
    }),
  });
  if (answer.status !== 201) throw new Error(`Registration: ${answer.status} ${await answer.text()}`);
  return (await answer.json()).client_id;
}

const id = await register();
const args = ['authorization', '--url', issuer, '--client-id', id, '-p', String(port), '-o', folder];
const suite = spawn(command[0], [...command.slice(1), ...args, '--resource', resource]);
let said = '';
let opened = false;
for (const stream of [suite.stdout, suite.stderr]) {
  stream.setEncoding('utf8');
  stream.on('data', (text) => {
    said += text;
    process.stdout.write(text);
    const url = said.match(/https?:\/\/\S*\/authorize\?\S+/)?.[0];
    if (url && !opened) {
      opened = true;
      person(url).catch((error) => {
        console.error(error);
        suite.kill();
      });
    }
  });
}
suite.on('close', (code) => process.exit(opened && code === 0 ? 0 : 1));
