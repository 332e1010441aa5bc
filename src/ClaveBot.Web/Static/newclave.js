// Explains the rules of a new clave while it is typed. Nothing leaves this page: what only the server can know (common and breached
// claves, the person's name and e-mail, the current clave) it says when the form is sent. The server judges everything again.
"use strict";

{
  const fewest = 6; // code points beside known words: the server's CommonPasswords.LeastToGuess
  const pause = 400; // ms without a key before a screen reader hears of it
  const field = document.getElementById("nueva");
  const again = document.getElementById("confirmacion");
  const live = document.getElementById("nueva-dice");
  const liveAgain = document.getElementById("confirmacion-dice");
  const says = live.dataset;
  const context = says.context.split(" ");
  const cedula = document.getElementById("username").value;

  // As the server's GuessableText: lower case, without accents, spaces and punctuation.
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\s\p{P}\p{Mn}\p{Cc}]/gu, "");
  const letters = { 0: "o", 1: "i", 3: "e", 4: "a", 5: "s", 7: "t", "@": "a", "$": "s", "!": "i" };
  const asLetters = (text) => text.replace(/[013457@$!]/g, (sign) => letters[sign]);

  const step = (from, to) => {
    if (from === "9" && to === "0") return 1;
    if (from === "0" && to === "9") return -1;
    return to.codePointAt(0) - from.codePointAt(0);
  };

  // aaaa, 1234, dcba.
  const withoutRuns = (text) => {
    let left = "";
    for (let start = 0; start < text.length;) {
      let end = start + 1;
      const by = end < text.length ? step(text[start], text[end]) : 2;
      if (Math.abs(by) <= 1) {
        while (end < text.length && step(text[end - 1], text[end]) === by) end++;
      }
      if (end - start < 4) end = start + 1, left += text[start];
      start = end;
    }
    return left;
  };

  const toGuess = (text) => [...withoutRuns(text).replace(/(19|20)\d\d/g, "")].length;

  const isRepeated = (text) => {
    for (let length = 1; length <= text.length / 2; length++) {
      if (length < says.min && text.slice(length) === text.slice(0, -length)) return true;
    }
    return false;
  };

  const characters = (text) => Intl.Segmenter ? [...new Intl.Segmenter(document.documentElement.lang).segment(text)].map((piece) => piece.segment) : [...text];
  const unstable = (text) => characters(text).find((piece) => piece !== piece.normalize("NFKC"));

  const judge = (text) => {
    const length = [...text].length;
    if (length < says.min) return says.min - length === 1 ? says.oneShort : says.short.replace("#", says.min - length);
    if (length > says.max) return says.long.replace("#", length - says.max);
    if (text !== text.normalize("NFKC")) return says.unstable.replace("#", () => unstable(text) ?? "");
    if (text.replace(/\D/g, "").includes(cedula)) return says.cedula;
    for (const reading of [fold(text), fold(asLetters(text))]) {
      const left = context.reduce((rest, word) => rest.split(word).join(""), reading);
      if (left !== reading && toGuess(left) < fewest) return says.words;
      if (isRepeated(reading) || toGuess(reading) < fewest) return says.common;
    }
    return says.fine;
  };

  const explain = () => {
    live.textContent = field.value ? judge(field.value) : "";
    live.classList.toggle("fine", live.textContent === says.fine);
    liveAgain.textContent = !again.value ? "" : again.value === field.value ? liveAgain.dataset.same : liveAgain.dataset.differs;
    liveAgain.classList.toggle("fine", again.value === field.value);
  };

  let waiting;
  for (const input of [field, again]) {
    input.addEventListener("input", () => {
      clearTimeout(waiting);
      waiting = setTimeout(explain, pause);
    });
  }

  // One tap: the fields are filled as well, so that a password manager can offer to keep the phrase.
  field.form.querySelector("button[name=usar]")?.addEventListener("click", () => {
    field.value = again.value = field.form.elements.ofrecida.value;
  });
}
