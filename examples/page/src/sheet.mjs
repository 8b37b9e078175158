// One code on one day: whether it stands, and all that the book says of it.

const RULES = {
  stands: { tone: "good", name: "Billable", short: "billable" },
  header: { tone: "warn", name: "Not billable: needs more characters", short: "header" },
  "no-7th": { tone: "warn", name: "Not billable: needs a 7th character", short: "needs 7th" },
  "not-yet": { tone: "bad", name: "Not yet in force", short: "not yet" },
  "no-longer": { tone: "bad", name: "No longer in force", short: "ended" },
  "no-edition": { tone: "bad", name: "This book does not reach that day", short: "not in book" },
  unknown: { tone: "bad", name: "No such code", short: "unknown" },
  malformed: { tone: "bad", name: "Not a code", short: "malformed" },
};

/** The first day of this book is not the first day of a code. */
function daysOf(book, entry) {
  const begins = book.editions().find((edition) => edition.system === entry.system)?.first;
  return book.periods(entry).map((period) => {
    const kind = period.billable ? "Billable" : "Header";
    const before = period.first === begins ? " or before" : "";
    return `${kind} since ${inFull(period.first)}${before}${period.open ? "" : `, until ${inFull(period.until)}`}`;
  });
}

function badge(rule) {
  const told = RULES[rule] ?? { tone: "bad", name: rule };
  return make("span", { class: `badge ${told.tone}` }, told.name);
}

function copyButton(code) {
  const button = make("button", { type: "button", class: "quiet" }, "Copy");
  button.setAttribute("aria-label", `Copy ${code}`);
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(code);
    button.textContent = "Copied";
    announce(`${code} copied`);
    setTimeout(() => (button.textContent = "Copy"), 1500);
  });
  return button;
}

// --- Where it stands.

/** Chapters and sections whose codes the book knows. */
function blocksOf(book) {
  return book.allBlocks("icd10cm").filter((block) => block.first && block.last);
}

function isChapter(block) {
  return block.name.startsWith("Chapter");
}

function blockItem(block) {
  return make("li", {}, make("a", { href: `#${block.name}`, title: block.title }, block.name));
}

function crumbs(book, entry, on) {
  const blocks = [...book.blocks(entry)].reverse().map(blockItem);
  const above = [...book.ancestors(entry, { on })].reverse().map((each) => make("li", {}, codeLink(each.code, each.title)));
  if (!blocks.length && !above.length) return null;
  return make("nav", { "aria-label": "Above" }, make("ol", { class: "crumbs" }, blocks, above));
}

function neighbour(book, entry, by, on) {
  const { first, past } = book.rows(entry.system);
  for (let row = entry.row + by; row >= first && row < past; row += by) {
    const found = book.entry(row, { on });
    if (["stands", "header", "no-7th"].includes(found.rule)) return found;
  }
  return null;
}

function neighbours(book, entry, on) {
  const [before, after] = [neighbour(book, entry, -1, on), neighbour(book, entry, 1, on)];
  return make("nav", { "aria-label": "Neighbours", class: "neighbours" },
    before ? make("a", { href: `#${before.code}`, rel: "prev", title: before.title }, "‹ ", codeText(before.code)) : make("span"),
    after ? make("a", { href: `#${after.code}`, rel: "next", title: after.title }, codeText(after.code), " ›") : make("span"));
}

// --- Tables of codes.

/** A table with a State as its last column sets it apart. */
function codeTable(caption, heads, rows) {
  if (!rows.length) return null;
  return make("section", {}, make("table", { class: heads.at(-1) === "State" ? "stated" : null }, make("caption", {}, caption),
    make("thead", {}, make("tr", {}, heads.map((head) => make("th", { scope: "col" }, head)))),
    make("tbody", {}, rows.map((cells) => make("tr", {}, cells.map((cell) => make("td", {}, cell)))))));
}

function entryRow(entry) {
  const told = RULES[entry.rule];
  return [codeLink(entry.code), entry.title, entry.rule === "stands" ? "" : make("span", { class: "tag" }, told?.short ?? entry.rule)];
}

function sevensTable(found) {
  const rows = found.map((each) => [codeText(each.character), each.text, codeLink(each.code)]);
  return codeTable("7th characters", ["Character", "Meaning", "Code"], rows);
}

/** The seven characters of a procedure, each with its axis and value. */
function axes(book, entry, on) {
  if (entry.system !== "icd10pcs") return null;
  const rows = [...entry.code].map((character, i) => {
    const told = book.valuesAfter(entry.code.slice(0, i), { system: "icd10pcs", on });
    const value = told.values.find((each) => each.character === character);
    return [codeText(character), told.axis ?? "", value?.label ?? ""];
  });
  return codeTable("Character by character", ["Character", "Axis", "Value"], rows);
}

function nextValues(book, begun, on) {
  const told = book.valuesAfter(begun, { system: "icd10pcs", on });
  return codeTable(`Next: ${told.axis ?? ""}`, ["Character", "Value", "Codes"],
    told.values.map((each) => [codeLink(begun + each.character, each.label), each.label, String(each.codes)]));
}

function proposed(book, caption, codes, on) {
  const rows = codes.map((code) => [codeLink(code), book.title(code, { on })]);
  return codeTable(caption, ["Code", "Title"], rows);
}

// --- The whole.


function sourceLine(source) {
  if (!source) return null;
  const line = source.line ? `, line ${source.line}` : "";
  return make("p", { class: "source" }, `Source: ${source.release}${source.table ? `, ${source.table}` : ""}${line}.`);
}

/** The beginning of codes: what may follow, and which they are. */
function begunSheet(book, begun, on) {
  const codes = codesThatBegin(book, begun, { system: "any", on });
  if (!codes.length) return null;
  return [make("header", {}, make("h2", { tabindex: "-1" }, codeText(begun)), make("p", { class: "state" },
    make("span", { class: "badge warn" }, "The beginning of a code"))),
    nextValues(book, begun, on), codeTable("Codes that begin so", ["Code", "Title", "State"], codes.map(entryRow))];
}

/** A chapter lists its sections, a section its categories. */
function blockSheet(book, name, on) {
  const blocks = blocksOf(book);
  const block = blocks.find((each) => each.name === name);
  if (!block) return null;
  const inside = (code) => book.isWithin(code, block.first, block.last);
  const sections = blocks.filter((each) => !isChapter(each) && inside(each.first));
  const chapter = blocks.find((each) => isChapter(each) && each !== block && book.isWithin(block.first, each.first, each.last));
  const rows = chapter
    ? book.roots("icd10cm", { on }).filter((root) => inside(root.code)).map(entryRow)
    : sections.map((each) => [make("a", { href: `#${each.name}`, class: "code" }, each.name), each.title]);
  return [chapter ? make("nav", { "aria-label": "Above" }, make("ol", { class: "crumbs" }, blockItem(chapter))) : "",
    make("header", {}, make("h2", { tabindex: "-1" }, codeText(block.name), " ", block.title)),
    chapter ? codeTable("Categories", ["Code", "Title", "State"], rows) : codeTable("Sections", ["Codes", "Title"], rows)];
}

function unknownSheet(book, code, on) {
  const verdict = book.check(code, { on });
  const meant = book.suggest(code, { on }).map((each) => each.code);
  return [make("header", {}, make("h2", { tabindex: "-1" }, codeText(code)), make("p", { class: "state" }, badge(verdict.rule))),
    make("p", { class: "lead" }, verdict.findings.map(plainly).join(" ")), proposed(book, "Perhaps one of these was meant", meant, on)];
}

function sheetOf(book, code, on) {
  const entry = book.find(code, { on });
  if (!entry) return blockSheet(book, code, on) ?? begunSheet(book, code, on) ?? unknownSheet(book, code, on);
  const verdict = book.check(entry.code, { system: entry.system, on });
  const sevens = book.sevens(entry, { on });
  const completed = new Set(sevens.map((each) => each.code));
  const children = book.children(entry, { on }).filter((child) => !completed.has(child.code));
  const listed = new Set([...completed, ...children.map((child) => child.code)]);
  const others = verdict.instead.filter((each) => !listed.has(each));
  return [
    crumbs(book, entry, on),
    make("header", {},
      make("h2", { tabindex: "-1" }, codeText(entry.code), " ", make("span", { class: "title" }, entry.title)),
      make("p", { class: "state" }, badge(entry.rule), copyButton(entry.code), neighbours(book, entry, on))),
    verdict.stands ? "" : make("p", { class: "lead" }, verdict.findings.map(plainly).join(" ")),
    make("ul", { class: "days" }, daysOf(book, entry).map((text) => make("li", {}, text)),
      book.titles(entry).map((each) => make("li", {}, `“${each.text}” from ${inFull(each.first)}`))),
    proposed(book, "Use instead", others, on),
    sevensTable(sevens),
    axes(book, entry, on),
    entry.system === "icd10pcs" ? nextValues(book, entry.code, on) : "",
    codeTable("Below it", ["Code", "Title", "State"], children.map(entryRow)),
    ...notesOf(book, entry, on),
    sourceLine(book.source(entry, { on })),
  ];
}
