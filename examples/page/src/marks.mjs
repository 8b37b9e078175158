// Which words of a text were found by which words of a query.

function sharedStart(one, other) {
  let length = 0;
  while (length < one.length && one[length] === other[length]) length++;
  return length;
}

/** The same word in another form: sprain and sprained, artery and arteries. */
function isForm(word, found) {
  if (word === found) return true;
  const shared = sharedStart(word, found);
  return shared >= 4 && shared >= Math.min(word.length, found.length) - 2;
}

/** The text with its matched words in <mark>. */
function marked(text, evidence) {
  const found = evidence.map((each) => each.found.toLowerCase());
  return text
    .split(/([\p{L}\p{N}]+)/u)
    .map((piece, i) => (i % 2 && found.some((word) => isForm(piece.toLowerCase(), word)) ? make("mark", {}, piece) : piece));
}

const LINKS = {
  spelling: "read as", parted: "written as", synonym: "also called", lay: "in medical words", abbreviation: "short for",
  parts: "made of",
};

/** A word of the query, with the words behind it that nothing else speaks for: "high blood pressure" has one evidence. */
function askedAt(query, offset, spoken) {
  const words = [...query.matchAll(/[\p{L}\p{N}]+/gu)];
  const first = words.findIndex((word) => word.index === offset);
  let last = first;
  while (words[last + 1] && !spoken.has(words[last + 1].index)) last++;
  return first < 0 ? "" : query.slice(offset, words[last].index + words[last][0].length).toLowerCase();
}

/** "htn, short for hypertension": how words of the query led to other words of the book. */
function led(query, evidence) {
  const groups = new Map();
  const spoken = new Set(evidence.map((each) => each.span.offset));
  const plain = new Set(evidence.filter((each) => each.link === "word").map((each) => each.span.offset));
  for (const each of evidence) {
    if (!(each.link in LINKS) || plain.has(each.span.offset)) continue;
    const asked = askedAt(query, each.span.offset, spoken);
    if (!asked || asked === each.found) continue;
    const key = `${asked}, ${LINKS[each.link]}`;
    groups.set(key, [...(groups.get(key) ?? []), each.found]);
  }
  return [...groups].map(([key, words]) => `${key} ${[...new Set(words)].join(" ")}`);
}
