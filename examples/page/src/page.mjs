// The page: opens the book within it, and answers what is typed, chosen, or addressed by the fragment.

const RECENT = 12;

function fromBase64(text) {
  if (Uint8Array.fromBase64) return Uint8Array.fromBase64(text);
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}

/** Bytes that travel in the page: gzip in base64. */
function unpacked(id) {
  const element = byId(id);
  const packed = new Blob([fromBase64(element.textContent)]);
  element.remove();
  return new Response(packed.stream().pipeThrough(new DecompressionStream("gzip")));
}

function fragment() {
  const text = location.hash.slice(1);
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function listed(name, rows) {
  if (!rows.length) return [];
  const items = rows.map(([link, title]) => make("li", {}, link, make("span", { class: "name" }, title)));
  return [make("h2", {}, name), make("ul", { class: "recent", "aria-label": name }, items)];
}

class Page {
  constructor(book) {
    this.book = book;
    this.recent = [];
    this.input = byId("text");
    this.day = byId("day");
    this.list = new List(this.input, byId("list"), byId("said"), (option) => this.pick(option));
  }

  start() {
    this.setDays();
    this.input.disabled = this.day.disabled = false;
    this.input.addEventListener("input", () => this.ask());
    this.day.addEventListener("change", () => this.refresh());
    byId("ask").addEventListener("submit", (event) => event.preventDefault());
    byId("ask").addEventListener("change", (event) => event.target.name === "system" && this.ask());
    document.addEventListener("keydown", (event) => this.onKey(event));
    window.addEventListener("hashchange", () => this.show());
    this.showFoot();
    this.show();
    this.input.focus();
  }

  get on() {
    return this.day.value || "newest";
  }

  get asked() {
    return { system: document.querySelector("input[name=system]:checked").value, on: this.on };
  }

  /** Today, where the book reaches it; else its last day. */
  setDays() {
    const editions = this.book.editions();
    const first = editions.map((edition) => edition.first).sort()[0];
    const last = editions.map((edition) => edition.until).sort().at(-1);
    const now = new Date();
    const today = [now.getFullYear(), now.getMonth() + 1, now.getDate()].map((part) => String(part).padStart(2, "0")).join("-");
    Object.assign(this.day, { min: first, max: last, value: today < first || today > last ? last : today });
  }

  ask() {
    const text = this.input.value.trim();
    byId("before").hidden = text !== "";
    if (text) this.list.show(find(this.book, text, this.asked), text);
    else this.list.show({ options: [], said: "" }, "");
  }

  pick(option) {
    if (option.kind === "code") return this.go(option.code);
    this.input.value = `${option.text} `;
    this.ask();
  }

  go(code) {
    if (matchMedia("(max-width: 55rem)").matches) {
      this.list.close();
      this.input.blur();
    }
    if (location.hash === `#${code}`) this.show();
    else location.hash = code;
  }

  /** Shows the code of the fragment. */
  show() {
    const code = fragment();
    const sheet = byId("sheet");
    const isAsked = document.activeElement === this.input || document.activeElement === document.body;
    sheet.replaceChildren(...(code ? sheetOf(this.book, code, this.on) : this.welcome()).filter(Boolean));
    sheet.setAttribute("aria-busy", "false");
    document.title = code ? `${code} – US medical codes` : "US medical codes";
    if (code) this.told(code, sheet, isAsked);
    this.showBefore();
  }

  /** Whoever followed a link is taken to the heading; whoever types goes on typing, and hears what is shown. */
  told(code, sheet, isAsked) {
    const heading = sheet.querySelector("h2");
    if (this.titleOf(code)) this.recent = [code, ...this.recent.filter((each) => each !== code)].slice(0, RECENT);
    window.scrollTo(0, 0);
    if (!isAsked) heading.focus({ preventScroll: true });
    announce([heading, sheet.querySelector(".badge")].filter(Boolean).map((each) => `${each.textContent}.`).join(" "));
  }

  refresh() {
    this.ask();
    this.show();
  }

  onKey(event) {
    const isTyping = event.target instanceof HTMLInputElement && event.target.type !== "radio";
    if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    this.input.focus();
    this.input.select();
  }

  // --- What stands there before anything was asked.

  welcome() {
    const examples = ["E11.9", "sprained left ankle", "htn", "0DTJ4ZZ", "S13 4XXA", "heart attak"];
    const tries = examples.map((text) => {
      const button = make("button", { type: "button", class: "try" }, text);
      button.addEventListener("click", () => {
        this.input.value = text;
        this.input.focus();
        this.ask();
      });
      return make("li", {}, button);
    });
    return [make("h2", { class: "hello" }, "Type a code, or what happened"),
      make("p", { class: "lead" }, "Diagnoses and procedures in force on the day of service, with the notes that are printed for them."),
      make("ul", { class: "tries" }, tries),
      make("p", { class: "meaning" }, "Everything is in this page: nothing you type leaves it, and it works without a network.")];
  }

  /** Under an empty field: what was seen, and the chapters. */
  showBefore() {
    const { book, recent } = this;
    const seen = recent.map((code) => [codeLink(code), this.titleOf(code)]);
    const chapters = blocksOf(book).filter(isChapter).map((block) => [make("a", { href: `#${block.name}` }, block.name), block.title]);
    byId("before").replaceChildren(...[...listed("Seen before", seen), ...listed("Diagnoses by chapter", chapters)]);
  }

  /** Of a code, a section or a chapter; empty where there is none. */
  titleOf(name) {
    const of = this.book.find(name, { on: this.on }) ?? blocksOf(this.book).find((block) => block.name === name);
    return of?.title ?? "";
  }

  showFoot() {
    const editions = this.book.editions().map((edition) => edition.release);
    byId("foot").replaceChildren(
      make("p", {}, `This page holds ${new Intl.ListFormat("en").format(editions)}: public facts of NCHS and CMS.`),
      make("p", {}, "It helps to check codes; it is no medical device, and the official code sets and payers’ rules prevail."));
  }
}

try {
  const coding = await Coding.load(unpacked("module-bytes"));
  new Page(await coding.open(unpacked("book-bytes"))).start();
} catch (error) {
  byId("sheet").replaceChildren(make("p", { class: "lead", role: "alert" }, `The book cannot be opened: ${error.message}`));
}
