'use strict';
// Shows what arrives without moving what is read. Without this script the page reloads itself.
const body = document.body;

const copied = (button) => {
  const label = button.firstChild;
  const before = label.textContent;
  label.textContent = 'Copied';
  setTimeout(() => {
    label.textContent = before;
  }, 2000);
};

const opened = () => {
  document.querySelectorAll('.marked').forEach((one) => one.classList.remove('marked'));
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!target || !target.matches('.exchange, .finding, .group')) {
    return;
  }
  for (let one = target; one; one = one.parentElement) {
    if (one.tagName === 'DETAILS') {
      one.open = true;
    }
  }
  if (!target.checkVisibility()) {
    // A filter hides it.
    document.getElementById('show-all').checked = true;
    document.getElementById('phase-all').checked = true;
    document.getElementById('hide-person').checked = false;
  }
  target.classList.add('marked');
  target.scrollIntoView({ block: 'nearest' });
};

document.addEventListener('click', (event) => {
  const button = event.target.closest('[data-copy]');
  if (button) {
    const field = document.getElementById(button.dataset.copy);
    getSelection().selectAllChildren(field);
    navigator.clipboard?.writeText(field.textContent).then(() => copied(button));
  } else if (event.target.closest('a[href^="#"]')) {
    // Also if the address is the same as before.
    setTimeout(opened);
  }
});
document.addEventListener('change', (event) => {
  const group = event.target.name === 'show' && document.getElementById(event.target.id.slice('show-'.length));
  if (group && group.tagName === 'DETAILS') {
    group.open = true;
  }
});
addEventListener('hashchange', opened);
opened();

const inputs = 'input[id], select[id]';

/** Takes over what the user has opened and selected. */
const keepState = (fresh) => {
  document.querySelectorAll('details[id]').forEach((one) => {
    const other = fresh.getElementById(one.id);
    if (other) {
      other.open = one.open;
    }
  });
  document.querySelectorAll(inputs).forEach((one) => {
    const other = fresh.getElementById(one.id);
    if (other && one.type === 'select-one') {
      other.value = one.value;
    } else if (other) {
      other.checked = one.checked;
    }
  });
};

/** Returns whether the user works in it: it is left as it is. */
const inUse = (part) => {
  const selection = getSelection();
  const active = document.activeElement;
  return (
    (!selection.isCollapsed && part.contains(selection.anchorNode)) ||
    (part.contains(active) && active !== part && !active.id)
  );
};

const replace = (before, after) => {
  const active = document.activeElement;
  const focused = before.contains(active) ? active.id : '';
  before.replaceWith(after);
  if (focused) {
    document.getElementById(focused)?.focus({ preventScroll: true });
  }
};

/** Replaces only exchanges that have changed. */
const renewTimeline = (fresh) => {
  const timeline = document.getElementById('timeline');
  const others = fresh.getElementById('timeline');
  timeline.querySelector('.empty')?.remove();
  timeline.querySelectorAll('.exchange').forEach((one) => {
    if (!fresh.getElementById(one.id)) {
      one.remove();
    }
  });
  others.querySelectorAll('.exchange').forEach((one) => {
    const known = document.getElementById(one.id);
    if (!known) {
      timeline.append(one);
    } else if (known.innerHTML !== one.innerHTML && !inUse(known)) {
      known.replaceWith(one);
    }
  });
};

/** Keeps the first visible entry where it is. */
const withoutMoving = (change) => {
  const entries = [...document.querySelectorAll('.finding, .exchange')];
  const anchor = entries.find((one) => one.getBoundingClientRect().bottom > 0 && one.checkVisibility());
  const before = anchor && scrollY > 0 ? anchor.getBoundingClientRect().top : null;
  change();
  const after = before !== null && document.getElementById(anchor.id);
  if (after) {
    scrollBy(0, after.getBoundingClientRect().top - before);
  }
};

const renew = (fresh) => {
  keepState(fresh);
  document.title = fresh.title;
  withoutMoving(() => {
    for (const selector of ['.crumb', '.next', '.counts', '#findings', '.client']) {
      const before = document.querySelector(selector);
      const after = fresh.querySelector(selector);
      if (before && after && before.innerHTML !== after.innerHTML && !inUse(before)) {
        replace(before, after);
      }
    }
    const headline = document.getElementById('headline');
    const sentence = fresh.getElementById('headline').textContent;
    if (headline.textContent !== sentence) {
      headline.textContent = sentence;
    }
    renewTimeline(fresh);
  });
  const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches('.exchange, .finding')) {
    target.classList.add('marked');
  }
};

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
    if (fresh.body.dataset.state === 'finished' && body.dataset.state !== 'finished') {
      location.reload();
      return;
    }
    renew(fresh);
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
  events.addEventListener('state', refresh);
  events.addEventListener('removed', () => events.close());
  setInterval(refresh, 5000);
}
