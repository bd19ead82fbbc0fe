// What a person does in a browser: open an address, allow the client, log in as alice, and be sent back to the client.

class Browser {
  cookies = new Map();

  async open(url, form) {
    const answer = await fetch(url, {
      method: form ? 'POST' : 'GET',
      redirect: 'manual',
      headers: {
        Cookie: [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; '),
        ...(form && { 'Content-Type': 'application/x-www-form-urlencoded' }),
      },
      body: form && new URLSearchParams(form),
    });
    for (const cookie of answer.headers.getSetCookie()) {
      const [, name, value] = cookie.match(/^([^=]+)=([^;]*)/);
      this.cookies.set(name, value);
    }
    const location = answer.headers.get('Location');
    return location ? this.open(new URL(location, url)) : { url: String(url), answer };
  }

  async submit(page, decision) {
    const html = await page.answer.text();
    const action = html.match(/<form[^>]*action="([^"]*)"/)?.[1] ?? page.url;
    const fields = { ...decision };
    for (const [tag] of html.matchAll(/<input[^>]*type="hidden"[^>]*>/g)) {
      fields[tag.match(/name="([^"]*)"/)[1]] = unescape(tag.match(/value="([^"]*)"/)[1]);
    }
    return this.open(new URL(unescape(action), page.url), fields);
  }
}

function unescape(html) {
  const names = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", '#x27': "'", '#x3D': '=', '#61': '=' };
  return html.replace(/&([a-zA-Z0-9#]+);/g, (all, name) => names[name] ?? all);
}

export async function person(url) {
  const browser = new Browser();
  const consent = await browser.open(url);
  const login = await browser.submit(consent, { decision: 'approve' });
  await browser.submit(login, { user: 'alice', decision: 'login' });
}
