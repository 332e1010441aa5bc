// Keeps the page fresh and forms in place. Without it everything works through form posts and a reload.
document.documentElement.classList.add('js');

const scrollDown = (log) => { log.scrollTop = log.scrollHeight; };

// Only what is new or changed is touched, so that a screen reader hears new messages alone.
function patchList(list, fresh) {
  const wanted = new Map([...fresh.children].map((item) => [item.id, item]));
  for (const item of [...list.children]) if (!wanted.has(item.id)) item.remove();
  let grew = false;
  for (const item of wanted.values()) {
    const old = document.getElementById(item.id);
    if (!old) { list.append(item); grew = true; }
    else if (withoutTokens(old) !== withoutTokens(item)) old.replaceWith(item);
  }
  if (grew) scrollDown(list.parentElement);
}

// Antiforgery tokens differ at every rendering, and a list may be open.
function withoutTokens(item) {
  const copy = item.cloneNode(true);
  for (const token of copy.querySelectorAll('[name=__RequestVerificationToken]')) token.remove();
  for (const list of copy.querySelectorAll('details')) list.removeAttribute('open');
  return copy.innerHTML;
}

let asked = 0;
async function refresh() {
  const mine = ++asked;
  const answer = await fetch('/', { cache: 'no-store' });
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  if (mine !== asked) return;
  for (const part of document.querySelectorAll('[data-live]')) {
    const newer = fresh.getElementById(part.id);
    if (part.dataset.live === 'list') patchList(part, newer);
    else if (part.innerHTML !== newer.innerHTML) part.replaceChildren(...newer.childNodes);
  }
}

document.addEventListener('submit', async (event) => {
  const form = event.target;
  if (!form.matches('[data-stay]')) return;
  event.preventDefault();
  const data = new FormData(form, event.submitter);
  if (form.matches('[data-clear]')) form.querySelector('[name=text]').value = '';
  form.closest('details')?.removeAttribute('open');
  form.querySelector('details')?.removeAttribute('open');
  await fetch(form.action, { method: 'POST', body: data, redirect: 'manual' });
  await refresh();
});

for (const log of document.querySelectorAll('.log')) scrollDown(log);
new EventSource('/events').addEventListener('changed', refresh);
