// Checks of every feature, for each SDK and each era.
//
// A peer is a connected client:
//   stateful     whether there is a session
//   pages          whether the pages of the server can be reached
//   call(name, arguments, options)   calls a tool
//   lists          the four lists, whole: tools(), resources(), templates(), prompts()
//   client         the client of the SDK, for what is the same in both SDKs
//   answers        the client's responses to input requests: elicit, sample, roots
//   inbox          all messages that arrived
//   watch(what)    subscribes to changes; returns the function that ends the subscription
//   called         the names of the tools that were called
//   anyResult      a schema that accepts every result

import assert from 'node:assert/strict';
import { decide } from './page.mjs';
import { check, refusal } from './report.mjs';

const ALWAYS = [
  'getTinyImage', 'echo', 'add', 'longRunningOperation', 'sampleLLM', 'annotatedMessage', 'getResourceReference',
  'getResourceLinks', 'getStructuredContent', 'getStructuredContentList', 'elicitInputs', 'elicitUrl', 'collectDetails',
  'listRoots', 'whoAmI', 'getTinyAudio', 'createSessionResource', 'addTool', 'removeTool', 'announceChange', 'failOnPurpose',
  'regionalGreeting'
];
const WITH_SESSION = ['toggleSimulatedLogging', 'toggleResourceUpdates'];
const STATIC = 'test://static/resource/';
const PNG = Buffer.from([0x89, 0x50, 0x4e, 0x47]);

export const text = result => result.content[0].text;

export const notification = (method, params = () => true) => message =>
  message.method === method && message.id === undefined && params(message.params ?? {});

/**
 * The progress notifications since the mark. The callbacks of the SDK may lack the last step: it removes the callback
 * when the result arrives immediately afterwards.
 */
export const progress = (inbox, mark) =>
  inbox.since(mark, notification('notifications/progress')).map(message => message.params);

/** Runs the checks of every feature. */
export async function features(peer) {
  const each = async (name, body) => check(`${peer.name}: ${name}`, body);

  await handshake(peer, each);
  await simpleTools(peer, each);
  await work(peer, each);
  await questions(peer, each);
  await pages(peer, each);
  await resources(peer, each);
  await prompts(peer, each);
  await changes(peer, each);
  await each('every listed tool was called', async () => {
    const listed = (await peer.lists.tools()).map(tool => tool.name).sort();
    assert.deepEqual(listed.filter(name => !peer.called.has(name)), []);
    return `${listed.length} tools`;
  });
}

async function handshake(peer, each) {
  const { client } = peer;
  await each('the server has a name and a version', async () => {
    const server = client.getServerVersion();
    assert.equal(server.name, 'everything-server');
    assert.ok(server.title && server.version);
    assert.match(client.getInstructions(), /pangolin/);
    return `${server.name} ${server.version}`;
  });
  await each('the server declares its capabilities', async () => {
    const capabilities = client.getServerCapabilities();
    assert.equal(capabilities.tools.listChanged, true);
    assert.equal(capabilities.resources.listChanged, true);
    assert.equal(capabilities.resources.subscribe, true);
    assert.equal(capabilities.prompts.listChanged, true);
    assert.ok(capabilities.completions);
    assert.ok(capabilities.logging);
  });
  await each('the tools are listed', async () => {
    const tools = await peer.lists.tools();
    const expected = peer.stateful ? [...ALWAYS, ...WITH_SESSION] : ALWAYS;
    assert.deepEqual(tools.map(tool => tool.name).sort(), [...expected].sort());
    for (const tool of tools) {
      assert.equal(tool.inputSchema.type, 'object');
      assert.ok(tool.title && tool.description && tool.annotations, tool.name);
    }
  });
}

async function simpleTools(peer, each) {
  await each('echo', async () => {
    assert.equal(text(await peer.call('echo', { message: 'Grüße, \u{1F427}\n"x"' })), 'Echo: Grüße, \u{1F427}\n"x"');
  });
  await each('invalid arguments are a tool error', async () => {
    const result = await peer.call('echo', {});
    assert.equal(result.isError, true);
    assert.match(text(result), /message/);
  });
  await each('an unknown tool is rejected', async () => {
    assert.equal((await refusal(peer.call('noSuchTool', {}))).code, -32602);
  });
  await each('add', async () => {
    assert.equal(text(await peer.call('add', { a: 2, b: 0.5 })), 'The sum of 2 and 0.5 is 2.5.');
  });
  await each('getTinyImage', async () => {
    const image = (await peer.call('getTinyImage')).content.find(block => block.type === 'image');
    assert.equal(image.mimeType, 'image/png');
    assert.deepEqual(Buffer.from(image.data, 'base64').subarray(0, 4), PNG);
  });
  await each('getTinyAudio', async () => {
    const audio = (await peer.call('getTinyAudio')).content.find(block => block.type === 'audio');
    assert.match(audio.mimeType, /^audio\/(x-)?wav$/);
    assert.equal(Buffer.from(audio.data, 'base64').subarray(0, 4).toString(), 'RIFF');
  });
  await each('annotatedMessage', async () => {
    const [error, image] = (await peer.call('annotatedMessage', { messageType: 'error', includeImage: true })).content;
    assert.deepEqual(error.annotations, { audience: ['user', 'assistant'], priority: 1 });
    assert.equal(image.type, 'image');
    assert.deepEqual(image.annotations.audience, ['user']);
    const [debug] = (await peer.call('annotatedMessage', { messageType: 'debug' })).content;
    assert.deepEqual(debug.annotations, { audience: ['assistant'], priority: 0.3 });
  });
  await each('getResourceReference', async () => {
    const odd = (await peer.call('getResourceReference', { resourceId: 7 })).content[1];
    assert.equal(odd.type, 'resource');
    assert.equal(odd.resource.text, 'Resource 7: This is a plaintext resource');
    const even = (await peer.call('getResourceReference', { resourceId: 8 })).content[1];
    assert.equal(Buffer.from(even.resource.blob, 'base64').toString(), 'Resource 8: This is a base64 blob');
  });
  await each('getResourceLinks, and the links can be read', async () => {
    const [, ...links] = (await peer.call('getResourceLinks', { count: 4 })).content;
    assert.deepEqual(links.map(link => link.type), Array(4).fill('resource_link'));
    for (const link of links) {
      assert.equal((await peer.client.readResource({ uri: link.uri })).contents[0].uri, link.uri);
    }
  });
  await each('getStructuredContent conforms to its schema', async () => {
    // The client has listed the tools, so it validates.
    const result = await peer.call('getStructuredContent', { location: 'Chicago' });
    assert.deepEqual(result.structuredContent, { temperature: 36, conditions: 'Light rain / drizzle', humidity: 82 });
    assert.deepEqual(JSON.parse(text(result)), result.structuredContent);
  });
  await each('getStructuredContentList conforms to its schema', async () => {
    const { structuredContent } = await peer.call('getStructuredContentList', { location: 'New York', days: 2 });
    const days = peer.stateful ? structuredContent.result : structuredContent;
    assert.deepEqual(days.map(day => [day.day, day.temperature]), [[1, 33], [2, 34]]);
  });
  await each('whoAmI', async () => {
    const { structuredContent } = await peer.call('whoAmI');
    assert.ok(structuredContent.scopes.includes('mcp:admin'));
    return structuredContent.method;
  });
  await each('regionalGreeting', async () => {
    assert.equal(text(await peer.call('regionalGreeting', { region: 'Köln ', level: 2 })), 'Hello, Köln !!!');
  });
  await each('failOnPurpose with a tool error', async () => {
    assert.equal((await peer.call('failOnPurpose', { kind: 'tool_error' })).isError, true);
  });
  await each('failOnPurpose with a protocol error', async () => {
    assert.equal((await refusal(peer.call('failOnPurpose', { kind: 'protocol_error' }))).code, -32603);
  });
}

async function work(peer, each) {
  await each('longRunningOperation reports progress', async () => {
    const mark = peer.inbox.mark;
    let heard = 0;
    const result = await peer.call(
      'longRunningOperation', { duration: 0.4, steps: 4 }, { onprogress: () => heard++ });
    assert.equal(text(result), 'Long running operation completed. Duration: 0.4 seconds, Steps: 4.');
    assert.deepEqual(progress(peer.inbox, mark).map(step => [step.progress, step.total]), [[1, 4], [2, 4], [3, 4], [4, 4]]);
    assert.ok(progress(peer.inbox, mark).every(step => step.message));
    assert.ok(heard >= 3, `The SDK reported ${heard} steps`);
  });
  await each('longRunningOperation without a progress token reports no progress', async () => {
    const mark = peer.inbox.mark;
    await peer.call('longRunningOperation', { duration: 0.1, steps: 2 });
    assert.deepEqual(peer.inbox.since(mark, notification('notifications/progress')), []);
  });
  await each('an aborted call stops', async () => {
    const controller = new AbortController();
    const token = await new Promise((resolve, reject) => {
      const mark = peer.inbox.mark;
      const call = peer.call(
        'longRunningOperation',
        { duration: 300, steps: 1000 },
        { signal: controller.signal, onprogress: () => controller.abort('enough') });
      refusal(call)
        .then(() => peer.inbox.first(notification('notifications/progress'), 'progress', mark))
        .then(step => resolve(step.params.progressToken), reject);
    });
    // Messages in transit arrive before the first step of another operation.
    const steps = [];
    await peer.call(
      'longRunningOperation', { duration: 1.2, steps: 2 }, { onprogress: () => steps.push(peer.inbox.mark) });
    const late = peer.inbox.since(
      steps[0], notification('notifications/progress', params => params.progressToken === token));
    assert.deepEqual(late, []);
  });
}

async function questions(peer, each) {
  await each('elicitInputs, accepted', async () => {
    let asked;
    peer.answers.elicit = async params => {
      asked = params;
      return {
        action: 'accept',
        content: { name: 'Ada Lovelace', check: true, integer: 7, languages: ['French', 'German'], birthdate: '1815-12-10' }
      };
    };
    const result = await peer.call('elicitInputs');
    assert.deepEqual(asked.requestedSchema.required, ['name']);
    assert.ok(Object.keys(asked.requestedSchema.properties).length >= 14);
    assert.match(text(result), /^Elicitation result: /);
    const { content } = JSON.parse(text(result).slice('Elicitation result: '.length));
    assert.equal(content.name, 'Ada Lovelace');
    assert.deepEqual(content.languages, ['French', 'German']);
    // The client fills in the defaults of the form.
    assert.equal(content.color, 'blue');
    assert.deepEqual(content.fish, ['fish-1']);
  });
  for (const action of ['decline', 'cancel']) {
    await each(`elicitInputs, ${action}`, async () => {
      peer.answers.elicit = async () => ({ action });
      const result = await peer.call('elicitInputs');
      assert.match(text(result), action === 'decline' ? /declin/i : /cancel|dismiss/i);
      return text(result);
    });
  }
  await each('collectDetails sends two input requests', async () => {
    const messages = [];
    peer.answers.elicit = async ({ message }) => {
      messages.push(message);
      return { action: 'accept', content: messages.length === 1 ? { name: 'Grace' } : { color: 'green' } };
    };
    assert.equal(text(await peer.call('collectDetails')), "Grace's favorite color is green.");
    assert.deepEqual(messages, ['What is your name?', 'What is your favorite color, Grace?']);
  });
  await each('collectDetails, declined in the second round trip', async () => {
    peer.answers.elicit = async ({ message }) =>
      /name\?$/.test(message) ? { action: 'accept', content: { name: 'Grace' } } : { action: 'decline' };
    assert.match(text(await peer.call('collectDetails')), /declin/i);
  });
  await each('sampleLLM', async () => {
    let asked;
    peer.answers.sample = async params => {
      asked = params;
      return { role: 'assistant', model: 'parrot-1', stopReason: 'endTurn', content: { type: 'text', text: 'Polly.' } };
    };
    const result = await peer.call('sampleLLM', { prompt: 'Who are you?', maxTokens: 33 });
    assert.equal(text(result), 'LLM sampling result: Polly.');
    assert.equal(asked.maxTokens, 33);
    assert.equal(asked.systemPrompt, 'You are a helpful test server.');
    assert.match([asked.messages[0].content].flat()[0].text, /Who are you\?/);
  });
  await each('sampleLLM with tools', async () => {
    const rounds = [];
    peer.answers.sample = async params => {
      rounds.push(params);
      return rounds.length === 1
        ? {
            role: 'assistant', model: 'parrot-1', stopReason: 'toolUse',
            content: [{ type: 'tool_use', id: 'use-1', name: 'get_weather', input: { location: 'Chicago' } }]
          }
        : { role: 'assistant', model: 'parrot-1', stopReason: 'endTurn', content: { type: 'text', text: 'It rains.' } };
    };
    const result = await peer.call('sampleLLM', { prompt: 'The weather in Chicago?', withTools: true });
    assert.equal(text(result), 'LLM sampling result: It rains.');
    assert.equal(rounds[0].tools[0].name, 'get_weather');
    const [used] = [rounds[1].messages.at(-1).content].flat();
    assert.equal(used.type, 'tool_result');
    assert.equal(used.toolUseId, 'use-1');
    assert.match(used.content[0].text, /drizzle/);
  });
  await each('listRoots', async () => {
    peer.answers.roots = async () => ({
      roots: [{ uri: 'file:///home/ada/engine', name: 'Engine' }, { uri: 'file:///tmp/x' }]
    });
    const listed = text(await peer.call('listRoots'));
    assert.match(listed, /2 total/);
    assert.match(listed, /1\. Engine\n {3}URI: file:\/\/\/home\/ada\/engine/);
    assert.match(listed, /2\. Unnamed Root\n {3}URI: file:\/\/\/tmp\/x/);
  });
}

async function pages(peer, each) {
  await each('elicitUrl, declined', async () => {
    peer.answers.elicit = async () => ({ action: 'decline' });
    assert.match(text(await peer.call('elicitUrl')), /declin/i);
  });
  await each('elicitUrl, accepted without consent on the page', async () => {
    let asked;
    peer.answers.elicit = async params => {
      asked = params;
      return { action: 'accept' };
    };
    assert.match(text(await peer.call('elicitUrl')), /has not decided there yet/);
    assert.equal(asked.mode, 'url');
    assert.match(asked.url, /^http:\/\/localhost:\d+\/elicitation\//);
  });
  if (!peer.pages) {
    return;
  }
  await each('elicitUrl, consent on the page', async () => {
    const mark = peer.inbox.mark;
    let asked;
    peer.answers.elicit = async params => {
      asked = params;
      assert.match(await decide(params.url, 'deny'), /You have declined/);
      assert.match(await decide(params.url, 'approve'), /You have accepted/);
      return { action: 'accept' };
    };
    assert.match(text(await peer.call('elicitUrl')), /^The user accepted on the page/);
    if (peer.stateful) {
      const { params } = await peer.inbox.first(
        notification('notifications/elicitation/complete'), 'notifications/elicitation/complete', mark);
      assert.equal(params.elicitationId, asked.elicitationId);
    }
  });
}

async function resources(peer, each) {
  const { client } = peer;
  await each('the hundred resources have several pages', async () => {
    const found = [];
    let pages = 0;
    let cursor;
    do {
      // Not with listResources: version 2 of the SDK may read all pages itself.
      const page = await client.request(
        { method: 'resources/list', params: cursor ? { cursor } : {} }, peer.anyResult);
      found.push(...page.resources);
      pages += 1;
      cursor = page.nextCursor;
    } while (cursor && pages < 50);
    const fixed = found.map(resource => resource.uri).filter(uri => uri.startsWith(STATIC));
    assert.equal(fixed.length, 100);
    assert.equal(new Set(fixed).size, 100);
    assert.ok(pages >= 10, `${pages} pages`);
    return `${pages} pages`;
  });
  await each('an unknown cursor is rejected', async () => {
    assert.equal((await refusal(client.listResources({ cursor: 'not-a-cursor' }))).code, -32602);
  });
  await each('the templates', async () => {
    const templates = (await peer.lists.templates()).map(template => template.uriTemplate).sort();
    assert.deepEqual(templates, [
      'docs://everything/{page}', 'test://clock/{zone}', 'test://session/resource/{name}', `${STATIC}{id}`
    ]);
  });
  await each('a resource that is text', async () => {
    const [contents] = (await client.readResource({ uri: STATIC + 1 })).contents;
    assert.deepEqual(contents, { uri: STATIC + 1, mimeType: 'text/plain', text: 'Resource 1: This is a plaintext resource' });
  });
  await each('a resource that is bytes', async () => {
    const [contents] = (await client.readResource({ uri: STATIC + 2 })).contents;
    assert.equal(Buffer.from(contents.blob, 'base64').toString(), 'Resource 2: This is a base64 blob');
  });
  await each('resources of templates', async () => {
    const [welcome] = (await client.readResource({ uri: 'docs://everything/welcome' })).contents;
    assert.equal(welcome.mimeType, 'text/markdown');
    const [clock] = (await client.readResource({ uri: 'test://clock/Europe%2FBerlin' })).contents;
    assert.match(clock.text, /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?\+0[12]:00\[Europe\/Berlin]$/);
  });
  await each('a resource that does not exist', async () => {
    const mark = peer.inbox.mark;
    await refusal(client.readResource({ uri: STATIC + 101 }));
    // The code of the message itself: the SDK may map it to another one.
    const [{ error }] = peer.inbox.since(mark, message => message.error);
    assert.equal(error.code, peer.stateful ? -32002 : -32602);
    assert.equal(error.data.uri, STATIC + 101);
  });
  await each('createSessionResource', async () => {
    const mark = peer.inbox.mark;
    const { content } = await peer.call('createSessionResource', { name: 'notes', text: 'Bring milk' });
    const link = content.find(block => block.type === 'resource_link');
    const [read] = (await client.readResource({ uri: link.uri })).contents;
    assert.equal(read.text, 'Bring milk');
    const listed = (await peer.lists.resources()).some(resource => resource.uri === link.uri);
    assert.equal(listed, peer.stateful);
    if (peer.stateful) {
      await peer.inbox.first(
        notification('notifications/resources/list_changed'), 'notifications/resources/list_changed', mark);
    }
  });
  await each('completion of a template', async () => {
    const { completion } = await client.complete({
      ref: { type: 'ref/resource', uri: 'test://clock/{zone}' }, argument: { name: 'zone', value: 'Europe/Ber' }
    });
    assert.deepEqual(completion.values, ['Europe/Berlin']);
    const all = await client.complete({
      ref: { type: 'ref/resource', uri: 'test://clock/{zone}' }, argument: { name: 'zone', value: '' }
    });
    assert.equal(all.completion.values.length, 100);
    assert.equal(all.completion.hasMore, true);
  });
}

async function prompts(peer, each) {
  const { client } = peer;
  await each('the prompts', async () => {
    const names = (await peer.lists.prompts()).map(prompt => prompt.name).sort();
    assert.deepEqual(names, ['completable_prompt', 'complex_prompt', 'resource_prompt', 'simple_prompt']);
  });
  await each('simple_prompt', async () => {
    const { messages } = await client.getPrompt({ name: 'simple_prompt' });
    assert.equal(messages[0].content.text, 'This is a simple prompt without arguments.');
  });
  await each('complex_prompt', async () => {
    const { messages } = await client.getPrompt({
      name: 'complex_prompt', arguments: { temperature: '0.7', style: 'formal' }
    });
    assert.deepEqual(messages.map(message => message.role), ['user', 'assistant', 'user']);
    assert.match(messages[0].content.text, /temperature=0\.7, style=formal/);
    assert.equal(messages[2].content.type, 'image');
  });
  await each('resource_prompt', async () => {
    const { messages } = await client.getPrompt({ name: 'resource_prompt', arguments: { resourceId: '3' } });
    assert.equal(messages[1].content.resource.uri, STATIC + 3);
  });
  await each('a prompt without a required argument is rejected', async () => {
    assert.equal((await refusal(client.getPrompt({ name: 'complex_prompt', arguments: {} }))).code, -32602);
  });
  await each('completion of an argument depends on another one', async () => {
    const ref = { type: 'ref/prompt', name: 'completable_prompt' };
    const departments = await client.complete({ ref, argument: { name: 'department', value: 'S' } });
    assert.deepEqual(departments.completion.values, ['Sales', 'Support']);
    const names = await client.complete({
      ref, argument: { name: 'name', value: '' }, context: { arguments: { department: 'Sales' } }
    });
    assert.deepEqual(names.completion.values, ['David', 'Eve', 'Frank']);
    const { messages } = await client.getPrompt({
      name: 'completable_prompt', arguments: { department: 'Sales', name: 'Eve' }
    });
    assert.match(messages[0].content.text, /Eve to the head of the Sales team/);
  });
}

async function changes(peer, each) {
  const names = async () => (await peer.lists.tools()).map(tool => tool.name);
  await each('announceChange notifies of each list', async () => {
    for (const list of ['tools', 'prompts', 'resources']) {
      const stop = await peer.watch({ [`${list}ListChanged`]: true });
      try {
        const mark = peer.inbox.mark;
        assert.match(text(await peer.call('announceChange', { what: list })), /are notified/);
        await peer.inbox.first(notification(`notifications/${list}/list_changed`), `${list}/list_changed`, mark);
      } finally {
        await stop();
      }
    }
  });
  await each('addTool and removeTool change the list and notify', async () => {
    const stop = await peer.watch({ toolsListChanged: true });
    try {
      let mark = peer.inbox.mark;
      assert.match(text(await peer.call('addTool')), / is now on/);
      await peer.inbox.first(notification('notifications/tools/list_changed'), 'tools/list_changed', mark);
      assert.ok((await names()).includes('extraTool'));
      assert.match(text(await peer.call('extraTool')), /added while/);
      mark = peer.inbox.mark;
      assert.match(text(await peer.call('removeTool')), / is now off/);
      await peer.inbox.first(notification('notifications/tools/list_changed'), 'tools/list_changed', mark);
      assert.ok(!(await names()).includes('extraTool'));
      assert.equal((await refusal(peer.call('extraTool'))).code, -32602);
    } finally {
      await peer.call('removeTool');
      await stop();
    }
  });
}
