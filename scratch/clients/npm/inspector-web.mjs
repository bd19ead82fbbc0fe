// MCP Inspector's page in Chromium, driven as a user drives it: node inspector-web.mjs URL
// Its own process makes the requests to the server; the page talks to that process only. Needs Chromium on the PATH.
import { spawn } from 'node:child_process';
import { accessSync, constants, mkdtempSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { chromium } from 'playwright-core';
import { program } from './program.mjs';

const PATIENCE = 15_000;
const launcher = path.resolve('node_modules/@modelcontextprotocol/inspector/clients/launcher/build/index.js');

function executable() {
  const names = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];
  for (const folder of process.env.PATH.split(path.delimiter)) {
    for (const name of names) {
      try {
        accessSync(path.join(folder, name), constants.X_OK);
        return path.join(folder, name);
      } catch {
        // The next one.
      }
    }
  }
  throw new Error(`none of ${names.join(', ')} is on the PATH`);
}

async function freePort() {
  const server = createServer().listen(0, '127.0.0.1');
  await new Promise(resolve => server.once('listening', resolve));
  const { port } = server.address();
  await new Promise(resolve => server.close(resolve));
  return String(port);
}

/** A process of the Inspector that knows one server, with a storage of its own. */
async function inspector(entry) {
  const home = mkdtempSync(path.join(tmpdir(), 'inspector-web-'));
  writeFileSync(path.join(home, 'servers.json'), JSON.stringify({ mcpServers: { run: entry } }));
  const child = spawn(process.execPath, [launcher, '--web', '--config', 'servers.json'], {
    cwd: home,
    env: {
      PATH: process.env.PATH, HOME: home, CLIENT_PORT: await freePort(), MCP_APP_ORIGIN_PORT: await freePort(),
      MCP_SANDBOX_PORT: await freePort(), MCP_AUTO_OPEN_ENABLED: 'false', MCP_INSPECTOR_SECRET_STORE: 'memory'
    }
  });
  let said = '';
  const address = await new Promise((resolve, reject) => {
    const read = chunk => {
      said += chunk;
      const found = said.match(/http:\/\/\S+MCP_INSPECTOR_API_TOKEN=[0-9a-f]+/);
      if (found) resolve(found[0]);
    };
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.once('exit', () => reject(new Error(`MCP Inspector did not start:\n${said}`)));
  });
  return { address, end: () => child.kill() };
}

const open = (type, protocolEra) => async url => {
  const running = await inspector({ type, url, protocolEra });
  // No page of another host, for example for fonts.
  const browser = await chromium.launch({
    executablePath: executable(), args: ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE localhost, EXCLUDE 127.0.0.1']
  });
  const close = async () => {
    await browser.close();
    running.end();
  };
  const page = await browser.newPage({ viewport: { width: 1400, height: 1000 } });
  const connection = page.locator('text=/^MCP 20/');
  const consent = page.locator('button[value=approve]');
  const login = page.locator('button[value=login]');
  const complaint = page.locator('[role=alert]');

  /** Waits for one of these, and returns its name. */
  const seen = async all => {
    const entries = Object.entries(all);
    await entries.map(([, one]) => one.first()).reduce((one, other) => one.or(other)).first().waitFor({ timeout: PATIENCE })
      .catch(async () => {
        const said = (await complaint.allInnerTexts()).join(' ').replace(/\s+/g, ' ');
        throw new Error(`${said || `nothing of ${Object.keys(all).join(', ')}`} on the page ${page.url().split('?')[0]}`);
      });
    for (const [name, one] of entries) if (await one.first().isVisible()) return name;
    return seen(all);
  };

  /** Allows the client and logs in as alice where the server requires it. */
  const signedIn = async ready => {
    for (;;) {
      switch (await seen({ consent, login, ...ready })) {
        case 'consent':
          await consent.click();
          break;
        case 'login':
          await page.check('input[name=user][value=alice]');
          await login.click();
          break;
        default:
          return;
      }
    }
  };
  const show = async name => {
    const heading = page.locator(`role=heading[name=/^${name}( \\(|$)/]`);
    await page.locator(`label:has-text('${name}')`).click({ timeout: PATIENCE });
    await heading.waitFor({ timeout: PATIENCE });
    // The page says that the list has changed, and leaves it to the user to request it.
    if (await page.getByText('List updated').first().isVisible()) {
      await page.getByRole('button', { name: 'Refresh' }).first().click({ timeout: PATIENCE });
      await page.getByText('List updated').first().waitFor({ state: 'hidden', timeout: PATIENCE });
    }
    return [await heading.innerText()];
  };

  const call = async (tool, args) => {
    for (let left = 3; left > 0; left--) {
      await show('Tools');
      // A tool that is selected shows its last results instead of its form.
      for (const name of [tool === 'echo' ? 'add' : 'echo', tool]) {
        await page.locator(`role=button >> text="${name}"`).click({ timeout: PATIENCE });
      }
      for (const [name, value] of Object.entries(args)) {
        await page.locator(`role=textbox[name='${name}']`).fill(String(value), { timeout: PATIENCE });
      }
      await page.locator("role=button[name='Execute Tool']").click({ timeout: PATIENCE });
      const results = page.locator("role=heading[name='Results']");
      const question = page.locator("role=dialog >> role=button[name='Decline']");
      const authorize = page.locator("role=button[name='Authorize']");
      let outcome = await seen({ results, question, authorize, consent });
      if (outcome === 'question') {
        await question.click();
        outcome = await seen({ results });
      }
      if (outcome === 'results') {
        const text = await page.locator('main').innerText();
        return { content: [{ type: 'text', text: text.slice(text.lastIndexOf('Results')) }] };
      }
      if (outcome === 'authorize') await authorize.click();
      await signedIn({ connection, tools: page.locator("label:has-text('Tools')") });
    }
    throw new Error('the server asked for another login each time');
  };

  try {
    await page.goto(running.address);
    await page.locator('role=switch[name=\'Connect or disconnect "run"\']').dispatchEvent('click');
    await signedIn({ connection });
  } catch (e) {
    await close();
    throw e;
  }
  let last = Promise.resolve();
  return {
    tools: () => show('Tools'),
    resources: () => show('Resources'),
    prompts: () => show('Prompts'),
    // There is one form for all calls, so that they follow each other.
    call: (tool, args) => {
      const next = last.then(() => call(tool, args));
      last = next.catch(() => {});
      return next;
    },
    close: async () => {
      await page.locator("role=button[name='Disconnect from server']").click({ timeout: 2_000 }).catch(() => {});
      await page.locator('role=switch[name=\'Connect or disconnect "run"\']').waitFor({ timeout: 2_000 }).catch(() => {});
      await close();
    }
  };
};

await program({
  legacy: { name: 'Inspector, page, legacy', open: open('streamable-http', 'legacy') },
  modern: { name: 'Inspector, page, modern', open: open('streamable-http', 'modern') }
});
