// Features of sessions only: unsolicited notifications, subscriptions, levels of logging.

import assert from 'node:assert/strict';
import { notification, text } from './features.mjs';
import { decide } from './page.mjs';
import { check, refusal } from './report.mjs';

const RESOURCE = 'test://static/resource/1';

/** Runs the checks of these features. */
export async function sessions(peer) {
  const { client } = peer;
  const each = async (name, body) => check(`${peer.name}: ${name}`, body);

  await each('ping', async () => {
    assert.deepEqual(await client.ping(), {});
  });
  await each('toggleSimulatedLogging sends log messages until it is called again', async () => {
    await client.setLoggingLevel('debug');
    const mark = peer.inbox.mark;
    assert.match(text(await peer.call('toggleSimulatedLogging')), /^Started/);
    const { params } = await peer.inbox.first(
      notification('notifications/message', log => log.logger === 'toggleSimulatedLogging'), 'a log message', mark);
    assert.match(params.data, new RegExp(`^${params.level}-level message$`, 'i'));
    assert.match(text(await peer.call('toggleSimulatedLogging')), /^Stopped/);
    return params.data;
  });
  await each('an invalid logging level is rejected', async () => {
    const error = await refusal(
      client.request({ method: 'logging/setLevel', params: { level: 'loud' } }, peer.anyResult));
    assert.equal(error.code, -32602);
  });
  await each('toggleResourceUpdates notifies subscribers', async () => {
    await client.subscribeResource({ uri: RESOURCE });
    const updated = notification('notifications/resources/updated');
    let mark = peer.inbox.mark;
    assert.match(text(await peer.call('toggleResourceUpdates')), /^Started/);
    assert.equal((await peer.inbox.first(updated, 'an update', mark)).params.uri, RESOURCE);
    assert.match(text(await peer.call('toggleResourceUpdates')), /^Stopped/);

    await client.unsubscribeResource({ uri: RESOURCE });
    mark = peer.inbox.mark;
    await peer.call('toggleResourceUpdates');
    await peer.call('toggleResourceUpdates');
    assert.deepEqual(peer.inbox.since(mark, updated), []);
  });
  if (peer.pages) {
    await viaError(peer, each);
  }
}

async function viaError(peer, each) {
  await each('elicitUrl fails until the user has consented on the page', async () => {
    const error = await refusal(peer.call('elicitUrl', { viaError: true }));
    assert.equal(error.code, -32042);
    const [visit] = error.data.elicitations;
    assert.equal(visit.mode, 'url');
    assert.match(await decide(visit.url, 'approve'), /You have accepted/);
    assert.match(text(await peer.call('elicitUrl', { viaError: true })), /^The user accepted on the page/);
  });
}
