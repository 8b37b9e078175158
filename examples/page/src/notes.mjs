// Notes of the Tabular List: what each asks for, whose it is, and its codes as links.

const KINDS = [
  ["inclusion-term", "Also called", "Other names of what is coded here."],
  ["includes", "Includes", "Examples of what belongs here."],
  ["excludes1", "Excludes 1", "Not coded here: the two do not stand together."],
  ["excludes2", "Excludes 2", "Not included here: both may stand together."],
  ["code-first", "Code first", "The underlying condition is sequenced first."],
  ["use-additional", "Use additional code", "A second code follows."],
  ["code-also", "Code also", "Two codes may be needed; their order is free."],
  ["seventh", "7th character", ""],
  ["free", "Notes", ""],
  ["processing", "Processing notes", ""],
];

/** Codes within a text become links where the book has them: "E11.A", "S86.0-", "T20-T32". */
function linked(book, text, on) {
  return text.split(/([A-TV-Z]\d[\dA-Z](?:\.[\dA-Z]{1,4})?)(?![\dA-Za-z])/).map((piece, i) => {
    const entry = i % 2 ? book.find(piece, { system: "icd10cm", on }) : null;
    return entry ? codeLink(piece, entry.title) : piece;
  });
}

function noteLines(book, notes, on) {
  return make("ul", {}, notes.map((note) => make("li", { class: note.heading ? "heading" : null }, linked(book, note.text, on))));
}

/** What is written at the code itself stands first; then, by holder, what it inherits. */
function noteGroup(book, [kind, name, meaning], notes, on) {
  const own = notes.filter((note) => note.kind === kind);
  if (!own.length) return null;
  const holders = [...new Set(own.map((note) => note.holder))];
  const lists = holders.flatMap((holder) => {
    const held = own.filter((note) => note.holder === holder);
    const from = held[0].inherited ? make("p", { class: "from" }, "From ", holderLink(held[0])) : "";
    return [from, noteLines(book, held, on)];
  });
  return make("section", { class: `note ${kind}` }, make("h3", {}, name), meaning ? make("p", { class: "meaning" }, meaning) : "",
    lists);
}

function holderLink(note) {
  return note.holderCode ? codeLink(note.holderCode) : make("a", { href: `#${note.holder}` }, note.holder);
}

function notesOf(book, entry, on) {
  let notes;
  if (entry.system !== "icd10cm") return [];
  try {
    notes = book.notes(entry, { on });
  } catch (error) {
    if (!(error instanceof CodingError)) throw error;
    return [make("p", { class: "meaning" }, `Notes: ${error.reason}.`)];
  }
  return KINDS.map((kind) => noteGroup(book, kind, notes, on)).filter(Boolean);
}
