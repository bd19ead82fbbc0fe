'use strict';
// Shows what arrives without moving what is read. Without this script the page reloads itself.
const body = document.body;

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (!button) {
    return;
  }
  const field = document.getElementById(button.dataset.copy);
  getSelection().selectAllChildren(field);
  navigator.clipboard.writeText(field.textContent).then(() => {
    button.textContent = 'Copied';
  });
});

const opened = () => {
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.tagName === 'DETAILS') {
    target.open = true;
    target.scrollIntoView();
  }
};
addEventListener('hashchange', opened);
opened();

let wanted = false;
let running = false;

const refresh = async () => {
  if (running) {
    wanted = true;
    return;
  }
  running = true;
  const begun = performance.now();
  try {
    const response = await fetch(location.pathname, { headers: { Accept: 'text/html' } });
    if (!response.ok) {
      return;
    }
    const fresh = new DOMParser().parseFromString(await response.text(), 'text/html');
    const states = new Map();
    document.querySelectorAll('details').forEach((one) => {
      if (one.id) {
        states.set(one.id, one.open);
      }
    });
    fresh.querySelectorAll('details').forEach((one) => {
      if (states.has(one.id)) {
        one.open = states.get(one.id);
      }
    });
    for (const selector of ['#headline', '.next', '.counts', '#findings', '#timeline', '.crumb', 'main > section:last-child']) {
      const before = document.querySelector(selector);
      const after = fresh.querySelector(selector);
      if (before && after && before.innerHTML !== after.innerHTML && !before.contains(document.activeElement)) {
        before.replaceWith(after);
      }
    }
    if (fresh.body.dataset.state === 'finished' && body.dataset.state !== 'finished') {
      location.reload();
    }
  } finally {
    // A long run takes long to judge: most of the time is for others.
    setTimeout(() => {
      running = false;
      if (wanted) {
        wanted = false;
        refresh();
      }
    }, Math.max(300, 10 * (performance.now() - begun)));
  }
};

if (body.dataset.state === 'running') {
  const events = new EventSource(body.dataset.events);
  events.addEventListener('exchange', refresh);
  events.addEventListener('finding', refresh);
  events.addEventListener('removed', () => events.close());
  setInterval(refresh, 5000);
}
