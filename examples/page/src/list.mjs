// The combobox: what is typed, and the matches under it. Focus stays in the field; the arrow keys move a mark.

class List {
  constructor(input, list, said, onPick) {
    Object.assign(this, { input, list, said, onPick, options: [], active: -1 });
    input.addEventListener("keydown", (event) => this.onKey(event));
    list.addEventListener("mousedown", (event) => event.preventDefault());
    list.addEventListener("click", (event) => this.onClick(event));
  }

  get isOpen() {
    return !this.list.hidden;
  }

  show({ options, said }, query) {
    this.options = options;
    this.list.replaceChildren(...options.map((option, i) => this.item(option, i, query)));
    this.said.textContent = said;
    this.said.hidden = !said;
    this.list.hidden = options.length === 0;
    this.list.scrollTop = 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
    this.mark(-1);
    announce(summary(options, said));
  }

  close() {
    this.list.hidden = true;
    this.said.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.mark(-1);
  }

  reopen() {
    this.list.hidden = this.options.length === 0;
    this.input.setAttribute("aria-expanded", String(this.isOpen));
  }

  /** Moves the mark; -1 takes it away. */
  mark(place) {
    this.list.children[this.active]?.setAttribute("aria-selected", "false");
    this.active = place;
    const item = this.list.children[place];
    if (!item) return this.input.removeAttribute("aria-activedescendant");
    item.setAttribute("aria-selected", "true");
    item.scrollIntoView({ block: "nearest" });
    this.input.setAttribute("aria-activedescendant", item.id);
  }

  step(by) {
    if (!this.isOpen) return this.reopen();
    const places = this.options.length + 1; /* one is the field itself */
    this.mark(((this.active + 1 + by + places) % places) - 1);
  }

  onKey(event) {
    const keys = {
      ArrowDown: () => this.step(1), ArrowUp: () => this.step(-1), Escape: () => this.escape(),
      Enter: () => this.pick(this.active < 0 ? this.firstCode() : this.active),
    };
    if (!(event.key in keys) || event.isComposing) return;
    event.preventDefault();
    keys[event.key]();
  }

  /** First the mark, then the list, then the text. */
  escape() {
    if (this.active >= 0) return this.mark(-1);
    if (this.isOpen) return this.close();
    this.input.value = "";
    this.input.dispatchEvent(new Event("input"));
  }

  onClick(event) {
    const item = event.target.closest("[role=option]");
    if (item) this.pick([...this.list.children].indexOf(item));
  }

  firstCode() {
    return this.options.findIndex((option) => option.kind === "code");
  }

  pick(place) {
    const option = this.options[place];
    if (!option) return;
    if (option.kind === "code") this.mark(place);
    this.onPick(option);
  }

  item(option, place, query) {
    const role = { role: "option", id: `option-${place}`, "aria-selected": "false", class: `is-${option.kind}` };
    if (option.kind === "word") return make("li", role, wordOf(option, query));
    return make("li", role,
      make("span", { class: "line" }, codeText(option.code), make("span", { class: "name" }, marked(option.title, option.evidence)),
        option.rule === "stands" ? "" : make("span", { class: "tag" }, RULES[option.rule]?.short ?? option.rule)),
      ...reasons(option));
  }
}

/** The part that was typed is plain, the part that is offered stands out. */
function wordOf(option, query) {
  const typed = sharedStart(option.text.toLowerCase(), query.toLowerCase());
  return make("span", { class: "line" }, make("span", { class: "hint" }, "Search"),
    make("span", { class: "name" }, option.text.slice(0, typed), make("b", {}, option.text.slice(typed))));
}

const FIELDS = { inclusion: "Inclusion term", index: "Alphabetic Index" };

function reasons(option) {
  const lines = [];
  if (option.field in FIELDS && option.why) {
    lines.push(make("span", { class: "why" }, make("i", {}, FIELDS[option.field]), " ",
      marked(option.why.replaceAll(" > ", " › "), option.evidence)));
  }
  if (option.notes?.length) lines.push(make("span", { class: "why" }, option.notes.join(" · ")));
  return lines;
}

function summary(options, said) {
  const codes = options.filter((option) => option.kind === "code");
  const count = codes.length === 1 ? "1 code" : `${codes.length || "no"} codes`;
  return [said, codes.length ? `${count}, first ${codes[0].code} ${codes[0].title}` : count].filter(Boolean).join(" ");
}
