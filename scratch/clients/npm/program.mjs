// The command line of every client program here:
//
//   node CLIENT.mjs URL                           the checks of report.mjs, with every variant of the client
//   node CLIENT.mjs --check VARIANT URL STEP...   what a preset of the client check asks for; URL is that of the run
//
// A variant is { name, path, open, patience }, where open(url, login) connects and returns the client; path is missing where a
// variant is for the client check only; patience is the limit of a step in milliseconds. A step is connect, connected (connect unless it is), lists, wait:MILLISECONDS, call:TOOL[:name=value,...], or both:TOOL[:...]
// for two calls at the same time. A step that fails is reported and does not prevent the next one.
import { check, done, everything, write } from './report.mjs';
import { Login } from './login.mjs';

const STEP = 30_000;

export async function program(variants) {
  const [first, ...rest] = process.argv.slice(2);
  if (first === '--check') {
    const [variant, url, ...steps] = rest;
    await checked(variants[variant], url, steps);
  } else {
    for (const { name, path, open } of Object.values(variants).filter(variant => variant.path)) {
      await check(`${name}: connects`, async () => {
        const client = await open(`${first}${path}`, undefined);
        await everything(name, client);
        await client.close?.();
      });
    }
  }
  done();
}

async function checked(variant, url, steps) {
  // A client whose connection breaks reports that in its own time; the steps show what it means for a call.
  process.on('unhandledRejection', e => write({ step: 'in the background', ok: false, detail: String(e?.message ?? e) }));
  const login = await new Login().start();
  let client;
  const step = async text => {
    const [kind, what, values] = text.split(':');
    switch (kind) {
      case 'connect':
        await client?.close?.();
        client = undefined;
        login.forget();
        client = await variant.open(url, login);
        return;
      case 'connected':
        client ??= await variant.open(url, login);
        return;
      case 'wait':
        await new Promise(resolve => setTimeout(resolve, Number(what)));
        return;
      case 'lists':
        await client.tools();
        await client.resources?.();
        await client.prompts?.();
        return;
      case 'both':
        await Promise.all([client.call(what, pairs(values)), client.call(what, pairs(values))]);
        return;
      default:
        await client.call(what, pairs(values));
    }
  };
  for (const text of steps) {
    await tried(text, variant.patience, () => {
      if (!text.startsWith('connect') && !text.startsWith('wait') && !client) throw new Error('not connected');
      return step(text);
    });
  }
  await tried('close', variant.patience, () => client?.close?.());
  login.end();
}

async function tried(text, patience = STEP, action) {
  let timer;
  const late = new Promise((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no end after ${patience} ms`)), patience);
  });
  try {
    await Promise.race([Promise.resolve().then(action), late]);
    write({ step: text, ok: true });
  } catch (e) {
    write({ step: text, ok: false, detail: String(e?.message ?? e).slice(0, 300) });
  } finally {
    clearTimeout(timer);
  }
}

function pairs(text) {
  const all = {};
  for (const pair of (text ?? '').split(',').filter(Boolean)) {
    const [name, value] = pair.split('=');
    all[name] = Number.isNaN(Number(value)) ? value : Number(value);
  }
  return all;
}
