// Elements by hand: all that is shown goes in as text, so that nothing of a book can be markup.

function make(name, attributes, ...children) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    element.setAttribute(key, value === true ? "" : value);
  }
  element.append(...children.flat().filter((child) => child !== null && child !== undefined && child !== ""));
  return element;
}

const byId = (id) => document.getElementById(id);

function codeText(code) {
  return make("span", { class: "code" }, code);
}

/** A link to a code of this page; its title is for pointers and for ears. */
function codeLink(code, title) {
  return make("a", { href: `#${code}`, class: "code", title: title || null }, code);
}

function inFull(day) {
  const [year, month, number] = day.split("-").map(Number);
  return new Date(year, month - 1, number).toLocaleDateString("en-US", { year: "numeric", month: "short", day: "numeric" });
}

/** Says something to whoever listens, and shows nothing. */
function announce(text) {
  byId("told").textContent = text;
}
