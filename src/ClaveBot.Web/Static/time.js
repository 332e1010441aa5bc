// Two minutes before a link's time is over: an alert that screen readers read out. And more time without losing what was typed.
// Without scripts the page says until when it works, and "Necesito más tiempo" / "I need more time" loads it again.
"use strict";

const until = document.querySelector(".until[data-left]");

if (until) {
  const warning = 2 * 60 * 1000;
  const alert = document.querySelector(".soon");
  const more = document.querySelector("button[name=mas]");
  let end = Date.now() + Number(until.dataset.left);

  // Only what is new is read out.
  const say = (words) => {
    if (alert.textContent !== words) {
      alert.textContent = words;
    }
  };

  const look = () => {
    const left = end - Date.now();
    if (left <= 0) {
      say(until.dataset.over);
    } else if (left <= warning) {
      say(until.dataset.soon);
    }
  };

  const extend = async (event) => {
    event.preventDefault();
    const body = new URLSearchParams({ mas: more.value, __sello: more.form.elements.__sello.value });
    try {
      const answer = await fetch(location.href, { method: "POST", body });
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const fresh = page.querySelector(".until[data-left]");
      if (!fresh) {
        say(until.dataset.over);
        return;
      }

      end = Date.now() + Number(fresh.dataset.left);
      until.textContent = fresh.textContent;
      until.dataset.soon = fresh.dataset.soon;
      say(fresh.textContent);
      more.hidden = !page.querySelector("button[name=mas]");
    } catch {
      say(until.dataset.failed);
    }
  };

  more?.addEventListener("click", extend);
  setInterval(look, 1000);
  look();
}
