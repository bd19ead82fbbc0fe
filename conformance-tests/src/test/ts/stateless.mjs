// Features of revision 2026-07-28 only.

import assert from 'node:assert/strict';
import { notification, text } from './features.mjs';
import { decide } from './page.mjs';
import { check, Inbox, refusal } from './report.mjs';

/** Runs the checks of these features. */
export async function stateless(peer) {
  const { client } = peer;
  const each = async (name, body) => check(`${peer.name}: ${name}`, body);

  await each('server/discover returns the capabilities', async () => {
    const discovered = await client.discover();
    assert.ok(discovered.supportedVersions.includes('2026-07-28'));
    assert.ok(discovered.capabilities.extensions['io.modelcontextprotocol/tasks']);
    assert.match(discovered.instructions, /pangolin/);
  });
  await each('lists and resources have a cache lifetime', async () => {
    for (const result of [
      await client.listTools(undefined, { cacheMode: 'bypass' }),
      await client.readResource({ uri: 'test://static/resource/1' }, { cacheMode: 'bypass' })
    ]) {
      assert.ok(Number.isInteger(result.ttlMs) && result.ttlMs >= 0, JSON.stringify(result).slice(0, 200));
      assert.match(result.cacheScope, /^(public|private)$/);
    }
  });
  await each('a subscription receives only the requested notifications', async () => {
    const mark = peer.inbox.mark;
    const subscription = await client.listen({ promptsListChanged: true });
    assert.deepEqual(subscription.honoredFilter, { promptsListChanged: true });
    const tools = await client.listen({ toolsListChanged: true, resourceSubscriptions: ['test://static/resource/1'] });
    await peer.call('addTool');
    await peer.call('removeTool');
    const changed = notification('notifications/tools/list_changed');
    await peer.inbox.first(changed, 'tools/list_changed', mark);
    await tools.close();
    await subscription.close();
    assert.equal(await subscription.closed, 'local');
    for (const { params } of peer.inbox.since(mark, changed)) {
      assert.ok(params._meta['io.modelcontextprotocol/subscriptionId'] !== undefined);
    }
    const ids = new Set(peer.inbox.since(mark, changed)
      .map(({ params }) => params._meta['io.modelcontextprotocol/subscriptionId']));
    assert.equal(ids.size, 1, 'Only one of the two subscriptions was notified');
  });
  await extension(peer, each);
  if (peer.pages) {
    await each('elicitUrl with viaError requires input instead of failing', async () => {
      peer.answers.elicit = async params => {
        assert.equal(params.mode, 'url');
        await decide(params.url, 'approve');
        return { action: 'accept' };
      };
      assert.match(text(await peer.call('elicitUrl', { viaError: true })), /^The user accepted on the page/);
    });
    await headers(peer, each);
  }
}

async function headers(peer, each) {
  await each('no request has a session id, each has the required headers', async () => {
    assert.ok(peer.seen.length > 50);
    for (const { method, headers, body } of peer.seen) {
      const message = JSON.parse(body);
      assert.equal(method, 'POST');
      assert.equal(headers.get('mcp-session-id'), null);
      assert.equal(headers.get('mcp-protocol-version'), '2026-07-28');
      // The SDK omits the header for notifications.
      assert.equal(headers.get('mcp-method'), message.id === undefined ? null : message.method);
    }
  });
  await each('arguments were mirrored in headers', async () => {
    const greeting = peer.seen.find(({ headers }) => headers.get('mcp-name') === 'regionalGreeting');
    assert.equal(greeting.headers.get('mcp-param-level'), '2');
    const region = /^=\?base64\?(.*)\?=$/.exec(greeting.headers.get('mcp-param-region'));
    assert.equal(Buffer.from(region[1], 'base64').toString(), 'Köln ');
  });
}

/**
 * The tasks extension. The client of this SDK rejects task results and methods of tasks before they are sent; so its
 * transport is used without the client.
 */
async function extension(peer, each) {
  const META = {
    'io.modelcontextprotocol/protocolVersion': '2026-07-28',
    'io.modelcontextprotocol/clientInfo': { name: 'typescript-sdk-2', version: '1.0.0' },
    'io.modelcontextprotocol/clientCapabilities': {
      elicitation: { form: {} }, extensions: { 'io.modelcontextprotocol/tasks': {} }
    }
  };
  const inbox = new Inbox();
  const line = peer.another();
  let ids = 0;
  line.onmessage = message => inbox.add(message);
  await line.start();
  line.setProtocolVersion?.('2026-07-28');

  async function ask(method, params) {
    const id = `task-${++ids}`;
    const named = params.name ?? params.taskId;
    const headers = { 'Mcp-Method': method, ...(named && { 'Mcp-Name': named }) };
    await line.send({ jsonrpc: '2.0', id, method, params: { ...params, _meta: META } }, { headers });
    const answer = await inbox.first(message => message.id === id, `the response to ${method}`);
    if (answer.error) {
      throw Object.assign(new Error(answer.error.message), { code: answer.error.code });
    }
    return answer.result;
  }

  /** Polls with the interval of the server. */
  async function until(taskId, status) {
    for (let i = 0; i < 30; i++) {
      const task = await ask('tasks/get', { taskId });
      if (task.status === status) {
        return task;
      }
      await new Promise(resolve => setTimeout(resolve, task.pollIntervalMs));
    }
    assert.fail(`The task did not become ${status}`);
  }

  await each('a call becomes a task of the extension', async () => {
    const created = await ask('tools/call', { name: 'longRunningOperation', arguments: { duration: 0.3, steps: 3 } });
    assert.equal(created.resultType, 'task');
    assert.equal(created.status, 'working');
    const task = await until(created.taskId, 'completed');
    assert.equal(text(task.result), 'Long running operation completed. Duration: 0.3 seconds, Steps: 3.');
  });
  await each('a task of the extension is cancelled', async () => {
    const { taskId } = await ask('tools/call', {
      name: 'longRunningOperation', arguments: { duration: 300, steps: 3 }
    });
    await ask('tasks/cancel', { taskId });
    await until(taskId, 'cancelled');
  });
  await each('a task of the extension that does not exist', async () => {
    assert.equal((await refusal(ask('tasks/get', { taskId: 'no-such-task' }))).code, -32602);
  });
  await line.close();
}
