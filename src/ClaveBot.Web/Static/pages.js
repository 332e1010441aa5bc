// Adds to each field for a clave a button that shows what was typed. Without scripts the pages lack only this.
"use strict";

const { show: showWord, hide: hideWord } = document.currentScript.dataset;

for (const field of document.querySelectorAll("input[type=password]")) {
  const label = document.querySelector(`label[for=${field.id}]`).textContent.toLowerCase();
  const button = document.createElement("button");
  button.type = "button";
  button.className = "show";
  button.setAttribute("aria-controls", field.id);

  const show = (visible) => {
    field.type = visible ? "text" : "password";
    button.textContent = visible ? hideWord : showWord;
    button.setAttribute("aria-label", `${button.textContent} ${label}`);
  };

  button.addEventListener("click", () => show(field.type === "password"));
  // Browsers remember what was typed into fields that are sent as text.
  field.form.addEventListener("submit", () => show(false));
  show(false);

  const row = document.createElement("div");
  row.className = "with-button";
  field.replaceWith(row);
  row.append(field, button);
}
