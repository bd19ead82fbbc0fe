// One line of JSON for each check: { name, ok, detail }, and { "name": "done" } at the end.
import assert from 'node:assert/strict';

export const write = line => process.stdout.write(JSON.stringify(line) + '\n');

export async function check(name, action) {
  try {
    await action();
    write({ name, ok: true });
  } catch (e) {
    write({ name, ok: false, detail: String(e?.stack ?? e) });
  }
}

export function done() {
  write({ name: 'done' });
  process.exit(0);
}

/** Every page of a list, for clients that leave pages to the application; once more from the start if a cursor is rejected. */
export async function pages(list, field, again = true) {
  const all = [];
  let cursor;
  do {
    let page;
    try {
      page = await list(cursor);
    } catch (e) {
      if (again && cursor !== undefined && e?.code === -32602) return pages(list, field, false);
      throw e;
    }
    all.push(...page[field]);
    cursor = page.nextCursor;
  } while (typeof cursor === 'string');
  return all;
}

export const elicited = params => {
  const content = {};
  for (const [name, schema] of Object.entries(params.requestedSchema?.properties ?? {})) {
    if (params.requestedSchema.required?.includes(name)) content[name] = answer(schema);
  }
  return { action: 'accept', content };
};

function answer(schema) {
  const choices = schema.enum ?? schema.oneOf?.map(choice => choice.const);
  if (choices) return choices[0];
  switch (schema.type) {
    case 'boolean': return true;
    case 'integer':
    case 'number': return schema.minimum ?? 1;
    case 'array': return [schema.items?.enum?.[0] ?? schema.items?.anyOf?.[0]?.const];
    default: return { email: 'ada@example.com', uri: 'https://example.com', date: '2026-01-01' }[schema.format] ?? 'Ada';
  }
}

export const sampled = {
  role: 'assistant', model: 'scripted', stopReason: 'endTurn', content: { type: 'text', text: 'A scripted answer' }
};

export const text = result => result.content.filter(part => part.type === 'text').map(part => part.text).join('\n');

/** What every client is asked to do; a member that a client does not have is left out of `client`. */
export async function everything(name, client) {
  await check(`${name}: lists every tool`, async () => {
    const tools = await client.tools();
    assert.ok(tools.includes('echo') && tools.includes('failOnPurpose'), tools.join());
  });
  if (client.resources) {
    await check(`${name}: lists every resource`, async () => {
      const resources = await client.resources();
      assert.ok(resources.includes('test://static/resource/1') && resources.includes('test://static/resource/100'), resources.join());
    });
  }
  if (client.prompts) {
    await check(`${name}: lists every prompt`, async () => {
      const prompts = await client.prompts();
      assert.ok(prompts.includes('simple_prompt') && prompts.includes('completable_prompt'), prompts.join());
    });
  }
  if (client.read) {
    await check(`${name}: reads a resource`, async () => {
      assert.equal((await client.read('test://static/resource/1')).contents[0].uri, 'test://static/resource/1');
    });
  }
  await check(`${name}: calls a tool`, async () => {
    assert.match(text(await client.call('echo', { message: 'hello, wörld' })), /hello, wörld/);
  });
  await check(`${name}: calls a tool that reports progress`, async () => {
    assert.match(text(await client.call('longRunningOperation', { duration: 0.2, steps: 2 })), /completed/);
  });
  await check(`${name}: learns that a tool failed`, async () => {
    const result = await client.call('failOnPurpose', { kind: 'tool_error' }).catch(e => ({ isError: true, thrown: e }));
    assert.equal(result.isError, true);
  });
  if (client.elicitation) {
    await check(`${name}: answers an elicitation`, async () => {
      const before = client.elicitation();
      await client.call('elicitInputs', {});
      assert.ok(client.elicitation() > before, 'the client was not asked');
    });
  }
  if (client.sampling) {
    await check(`${name}: answers a sampling request`, async () => {
      assert.match(text(await client.call('sampleLLM', { prompt: 'Say something', maxTokens: 10 })), /A scripted answer/);
    });
  }
  if (client.roots) {
    await check(`${name}: answers a request for roots`, async () => {
      assert.match(text(await client.call('listRoots', {})), /file:\/\/\/home\/ada/);
    });
  }
}
