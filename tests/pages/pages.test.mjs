// Pages as a coder has them: opened from disk with the network cut, pointed at, tabbed through, printed.
import assert from "node:assert/strict";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { faintTexts } from "../../examples/page/tests/faint.mjs";

const PAGES = process.env.CODING_PAGES;
const { chromium } = createRequire(join(process.env.CODING_NODE_MODULES, "x.js"))("playwright-core");
const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const KINDS = ["stated", "denied", "family", "hypothetical", "suspected", "past"];
const NOTE = readFileSync(join(import.meta.dirname, "inputs", "visit.txt"), "utf8");

let profile, context, page;
const requests = [], complaints = [];

before(async () => {
  profile = mkdtempSync(join(tmpdir(), "coding-pages-"));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CODING_CHROMIUM, args: ARGUMENTS, viewport: { width: 1280, height: 900 },
  });
  await context.setOffline(true);
  context.setDefaultTimeout(10_000);
  page = context.pages()[0] ?? (await context.newPage());
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("dialog", (dialog) => { complaints.push("a dialog"); dialog.dismiss(); });
});

after(async () => {
  await context?.close();
  if (profile) rmSync(profile, { recursive: true, force: true });
});

beforeEach(async () => {
  await page.setViewportSize({ width: 1280, height: 900 });
  await page.emulateMedia({ colorScheme: "light", media: "screen" });
});

const open = (name) => page.goto(pathToFileURL(join(PAGES, `${name}.html`)).href);
const shoot = (name) => page.screenshot({ path: join(PAGES, `${name}.png`), fullPage: true });
const codes = (name) => page.getByRole("region", { name, exact: true }).getByRole("listitem");
const code = (text) => page.locator(".codes > li").filter({ has: page.getByRole("heading", { name: text }) });
const note = () => page.getByRole("region", { name: "The note" });
const background = (locator) => locator.evaluate((element) => getComputedStyle(element).backgroundColor);
const outline = (locator) => locator.evaluate((element) => getComputedStyle(element).outlineStyle);

test("the text of the note is there to the letter", async () => {
  await open("visit");
  const shown = (await page.locator(".text").allTextContents()).join("");
  const squeezed = (text) => text.replace(/\s+/g, "");
  assert.equal(squeezed(shown), squeezed(NOTE));
});

test("sections have names, in the order of the note", async () => {
  await open("visit");
  assert.deepEqual(await note().getByRole("heading", { level: 3 }).allTextContents(), ["Chief complaint", "Present illness",
    "Past history", "Family history", "Social history", "Medications", "Review of systems", "Results", "Assessment and plan"]);
});

test("what is asserted has a line of its own kind and a word, beside its colour", async () => {
  await open("visit");
  assert.deepEqual((await page.getByRole("list", { name: "How words are marked" }).getByRole("listitem").allTextContents()).slice(0, 6), KINDS);
  const looks = await page.locator(".legend .m").evaluateAll((marks) => marks.map((mark) => {
    const style = getComputedStyle(mark);
    return `${style.textDecorationLine} ${style.textDecorationStyle}`;
  }));
  assert.equal(new Set(looks).size, KINDS.length, looks.join("; "));
  const word = (text) => note().locator(".m", { hasText: text }).first().evaluate((mark) => getComputedStyle(mark, "::after").content);
  assert.equal(await word("chest pain"), '"denied"');
  assert.equal(await word("symptoms of stroke"), '"hypothetical"');
  assert.equal(await word("left mastectomy"), '"past"');
  assert.equal(await word("type 2 diabetes"), '"family"');
  assert.equal(await word("pneumonia"), '"suspected"');
  assert.equal(await word("Morbid obesity"), "none");
});

test("words that decide are marked, and named by what they decide", async () => {
  await open("visit");
  const cues = await note().locator(".cue").allTextContents();
  for (const cue of ["denies", "Possible", "negative for", "s/p", "Likely"]) assert.ok(cues.includes(cue), `${cue}: ${cues}`);
  assert.match(await note().locator(".m", { hasText: "chest pain" }).first().getAttribute("title"), /denied by “denies”, Present illness: R07\.9/);
});

test("codes stand in a coder's order with reason, evidence and question, then those withheld", async () => {
  await open("visit");
  assert.match(await codes("Proposed codes").first().innerText(), /^I13\.0 /);
  const fibrillation = code("I48.91");
  assert.match(await fibrillation.innerText(), /Stated, confidence[^]*Atrial fibrillation[^]*To ask: Atrial fibrillation: which type or form is it\?/);
  assert.match(await codes("Withheld").filter({ hasText: "J18.9" }).innerText(), /Withheld: uncertain, and a visit codes nothing uncertain/);
  assert.match(await page.locator(".lead").innerText(), /^\d+ codes proposed, \d+ withheld, \d+ questions to ask, .* the note of a visit on 2026-10-01/);
  await open("stay");
  assert.match(await codes("Proposed codes").filter({ hasText: "J18.9" }).innerText(), /Uncertain at the end of a stay/);
});

test("pointing at a code marks its evidence, and the other way round", async () => {
  await open("visit");
  const evidence = note().getByRole("link", { name: "Atrial fibrillation" });
  const plain = await background(evidence), other = note().getByRole("link", { name: "Morbid obesity" });
  await code("I48.91").hover();
  assert.notEqual(await background(evidence), plain);
  assert.equal(await background(other), plain);
  await page.mouse.move(0, 0);
  assert.equal(await background(evidence), plain);
  assert.equal(await outline(code("I48.91")), "none");
  await evidence.hover();
  assert.equal(await outline(code("I48.91")), "solid");
  assert.equal(await outline(code("E66.01")), "none");
  await page.mouse.move(0, 0);
});

test("the keyboard does the same, and links lead to and fro", async () => {
  await open("visit");
  const evidence = note().getByRole("link", { name: "Atrial fibrillation" }), link = code("I48.91").getByRole("link").first();
  const plain = await background(evidence);
  await link.focus();
  assert.notEqual(await background(evidence), plain);
  await page.keyboard.press("Enter");
  assert.equal(await page.evaluate(() => document.querySelector(":target").textContent), "Atrial fibrillation");
  await evidence.focus();
  assert.equal(await outline(code("I48.91")), "solid");
  await page.keyboard.press("Enter");
  assert.match(await page.evaluate(() => document.querySelector(":target").textContent), /I48\.91/);
  const lost = await page.locator("a[href^='#']").evaluateAll((links) => links.map((link) => link.hash.slice(1)).filter((name) => !document.getElementById(name)));
  assert.deepEqual(lost, []);
  const twice = await page.locator("[id]").evaluateAll((named) => named.map((one) => one.id).filter((name, at, all) => all.indexOf(name) !== at));
  assert.deepEqual(twice, []);
});

test("what is no evidence is told with the word that decided it", async () => {
  await open("visit");
  const table = page.getByRole("region", { name: "Spoken of, and not coded" });
  assert.match(await table.getByRole("row", { name: /chest pain.*Present illness/ }).innerText(), /denied by denies\tPresent illness\tR07\.9/);
  assert.equal(await table.getByRole("row", { name: "Morbid obesity" }).count(), 0);
});

test("what is in a note is never markup", async () => {
  await open("hostile");
  assert.equal(await page.locator("script, img, main style").count(), 1); // the page's own rules of pointing
  assert.equal(await page.locator("main").count(), 1);
  const shown = await page.locator(".text").allTextContents();
  for (const text of ['</div></main><img src=x onerror=alert(1)> & "pneumonia"', "&lt;b&gt; <style>*{display:none}</style>",
    "<h3 id=code-1>", "<!-- diabetes -->", "A/P: \uFFFD\u05E9 <", "\uFFFD\uFFFD &lt;"]) assert.ok(shown.join("").includes(text), text);
  assert.equal(await page.locator("#code-1").count(), 1);
  await open("visit");
  assert.equal(await page.locator("script").count(), 0);
  assert.ok((await page.locator(".text").allTextContents()).join("").includes('<script>alert("x")</script>'));
});

test("an empty note has an empty page", async () => {
  await open("empty");
  assert.match(await page.locator(".lead").innerText(), /^0 codes proposed, 0 withheld, 0 questions/);
  assert.equal(await page.getByRole("region", { name: "Withheld" }).count(), 0);
});

test("assistive technology hears roles and names", async () => {
  await open("visit");
  const tree = await page.locator("body").ariaSnapshot();
  for (const line of [/- main/, /heading "A note and its codes" \[level=1\]/, /list "How words are marked"/, /region "The note"/,
    /heading "Assessment and plan" \[level=3\]/, /link "Atrial fibrillation"/, /mark: chest pain|- mark/, /region "Proposed codes"/,
    /heading "I48\.91 Unspecified atrial fibrillation" \[level=3\]/, /region "Withheld"/, /region "Spoken of, and not coded"/,
    /columnheader "Code of the words"/]) assert.match(tree, line);
  await open("review");
  assert.match(await page.locator("body").ariaSnapshot(), /heading "Review of claims" \[level=1\][^]*table/);
});

/** Words behind mentions whose contrast is below 4.5. Runs in the page. */
function faintWords() {
  const light = (colour) => {
    const [red, green, blue] = colour.match(/[\d.]+/g).map(Number).map((part) => part / 255).map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  return [...document.querySelectorAll(".m[data-as]")].filter((mark) => {
    const [one, other] = [light(getComputedStyle(mark, "::after").color), light(getComputedStyle(document.body).backgroundColor)].sort((a, b) => b - a);
    return (one + 0.05) / (other + 0.05) < 4.5;
  }).map((mark) => mark.dataset.as);
}

for (const name of ["visit", "stay", "hostile", "empty", "review"]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`${name}: in the ${colorScheme} every text can be read, on a desk and on a phone`, async () => {
      await page.emulateMedia({ colorScheme });
      await open(name);
      for (const width of [1280, 390, 320]) {
        await page.setViewportSize({ width, height: 844 });
        assert.deepEqual(await page.evaluate(faintTexts), []);
        assert.deepEqual(await page.evaluate(faintWords), []);
        assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), `it scrolls sideways at ${width}`);
        if (width !== 320) await shoot(`${name}-${width === 1280 ? "desk" : "phone"}-${colorScheme}`);
      }
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  test(`what is pointed at can be read in the ${colorScheme}, too`, async () => {
    await page.emulateMedia({ colorScheme });
    await open("visit");
    await code("I48.91").hover();
    assert.deepEqual(await page.evaluate(faintTexts), []);
    await page.screenshot({ path: join(PAGES, `visit-pointed-${colorScheme}.png`) });
    await page.mouse.move(0, 0);
  });
}

test("on paper nothing is cut off", async () => {
  await open("visit");
  await page.emulateMedia({ media: "print" });
  const beside = page.locator(".beside");
  assert.equal(await beside.evaluate((element) => getComputedStyle(element).position), "static");
  assert.ok(await beside.evaluate((element) => element.scrollHeight <= element.clientHeight + 1));
  await page.setViewportSize({ width: 816, height: 1056 });
  await shoot("visit-paper");
  await page.pdf({ path: join(PAGES, "visit.pdf"), format: "Letter", printBackground: true });
});

test("it asked nobody for anything, could not, and had nothing to complain of", async () => {
  assert.deepEqual(complaints, []);
  assert.deepEqual(requests.filter((url) => !url.startsWith(pathToFileURL(PAGES).href)), []);
  await open("visit");
  const reached = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(() => "reached", (error) => error.name));
  assert.equal(reached, "TypeError");
  assert.match(complaints.join(" "), /Content Security Policy/);
});
