// The page as a person has it: opened from disk with the network cut, typed into, listened to.
import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, test } from "node:test";
import { pathToFileURL } from "node:url";
import { createRequire } from "node:module";
import { faintTexts } from "./faint.mjs";

const { chromium } = createRequire(join(process.env.CODING_NODE_MODULES, "x.js"))("playwright-core");
const PAGE = process.env.CODING_PAGE;
const SHOTS = process.env.CODING_SHOTS;
const ADDRESS = pathToFileURL(PAGE).href;
const DAY = "2026-11-24";
const ARGUMENTS = ["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run",
  "--disable-background-networking", "--disable-component-update", "--disable-sync"];

let profile, context, page;
const requests = [], complaints = [];

before(async () => {
  mkdirSync(SHOTS, { recursive: true });
  profile = mkdtempSync(join(tmpdir(), "coding-page-"));
  context = await chromium.launchPersistentContext(profile, {
    executablePath: process.env.CODING_CHROMIUM, args: ARGUMENTS, viewport: { width: 1280, height: 860 },
    permissions: ["clipboard-read", "clipboard-write"],
  });
  await context.setOffline(true);
  context.setDefaultTimeout(10_000);
  page = context.pages()[0] ?? (await context.newPage());
  page.on("request", (request) => requests.push(request.url()));
  page.on("console", (message) => complaints.push(message.text()));
  page.on("pageerror", (error) => complaints.push(error.message));
});

after(async () => {
  await context?.close();
  if (profile) rmSync(profile, { recursive: true, force: true });
});

beforeEach(async () => {
  await page.setViewportSize({ width: 1280, height: 860 });
  await page.emulateMedia({ colorScheme: "light" });
  await open("");
});

async function open(fragment) {
  await page.goto("about:blank");
  await page.goto(ADDRESS + fragment);
  await field().waitFor();
  await page.waitForFunction(() => !document.getElementById("text").disabled);
  await page.evaluate((day) => { // the focus stays where the page put it
    const input = document.getElementById("day");
    input.value = day;
    input.dispatchEvent(new Event("change"));
  }, DAY);
}

const field = () => page.getByRole("combobox", { name: "Code or words" });
const options = () => page.getByRole("option");
const heading = () => page.getByRole("article").getByRole("heading", { level: 2 });
const told = () => page.getByRole("status").textContent();
const chosen = () => page.locator("[role=option][aria-selected=true]");
const shoot = (name, fullPage = false) => page.screenshot({ path: join(SHOTS, `${name}.png`), fullPage });

/** What the sheet shows, once it shows that code. */
async function sheetOf(code) {
  await heading().filter({ hasText: code }).waitFor();
  return page.getByRole("article").innerText();
}

test("words are found as they are typed, with the reason for each hit", async () => {
  await field().pressSequentially("sprained left ank");
  assert.match(await options().first().innerText(), /sprained left ankle/);
  const hit = options().filter({ hasText: "S93.402A" });
  assert.deepEqual((await hit.locator("mark").allInnerTexts()).slice(0, 3), ["Sprain", "left", "ankle"]);
  assert.match(await hit.innerText(), /initial encounter assumed/);
  assert.match(await told(), /codes, first S93\.402A/);
  await shoot("words-light");
});

test("an abbreviation and a misspelling tell how they were read", async () => {
  await field().fill("htn");
  assert.match(await options().first().innerText(), /I10\s[^]*htn, short for hypertension/);
  await field().fill("high blood pressure");
  assert.match(await options().first().innerText(), /high blood pressure, in medical words hypertension/);
  await field().fill("diabets mellitus");
  assert.match(await page.getByRole("listbox").innerText(), /diabets, read as diabet/);
});

test("the keyboard alone finds a code, reads it and comes back", async () => {
  assert.equal(await field().evaluate((input) => input === document.activeElement), true);
  await page.keyboard.type("sprained left ank");
  assert.equal(await field().getAttribute("aria-expanded"), "true");
  await page.keyboard.press("ArrowDown");
  assert.equal(await field().getAttribute("aria-activedescendant"), await chosen().getAttribute("id"));
  await page.keyboard.press("Enter"); // the word is finished, and looked for
  assert.equal(await field().inputValue(), "sprained left ankle ");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  const code = await chosen().locator(".code").innerText();
  await page.keyboard.press("ArrowUp");
  assert.notEqual(await chosen().locator(".code").innerText(), code);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("Enter");
  assert.match(await sheetOf(code), /Billable/);
  assert.match(await told(), new RegExp(`${code.replace(".", "\\.")}.*Billable`));
  await page.keyboard.press("Escape"); // the mark
  await page.keyboard.press("Escape"); // the list
  assert.equal(await field().getAttribute("aria-expanded"), "false");
  await page.keyboard.press("Escape"); // the text
  assert.equal(await field().inputValue(), "");
  await page.getByRole("link", { name: "S93.4", exact: true }).first().focus();
  await page.keyboard.press("Enter");
  await sheetOf("S93.4");
  assert.equal(await heading().evaluate((element) => element === document.activeElement), true);
  await page.keyboard.press("/");
  assert.equal(await field().evaluate((input) => input === document.activeElement), true);
  await page.goBack();
  await sheetOf(code);
});

test("Enter without a mark shows the first code", async () => {
  await field().fill("e119");
  await page.keyboard.press("Enter");
  const text = await sheetOf("E11.9");
  assert.match(text, /Type 2 diabetes mellitus without complications/);
  assert.match(text, /Excludes 1[^]*E11\.A/);
  assert.match(text, /Source: ICD-10-CM FY2027/);
  assert.equal(await page.evaluate(() => location.hash), "#E11.9");
});

test("the beginning of a code is completed, and codes that need more say so", async () => {
  await field().fill("S93.4");
  assert.match(await options().first().innerText(), /S93\.4\s[^]*header/);
  await page.evaluate(() => (location.hash = "S93.402"));
  const text = await sheetOf("S93.402");
  assert.match(text, /needs a 7th character/);
  assert.match(text, /subsequent encounter\s+S93\.402D/);
  await page.getByRole("link", { name: "S93.402D" }).click();
  assert.match(await sheetOf("S93.402D"), /Billable/);
});

test("what is no code says why, and what may have been meant", async () => {
  await field().fill("S13 4XX1");
  assert.match(await page.locator("#said").innerText(), /blank inside the code/);
  assert.match(await options().first().innerText(), /S13\.4XXA[^]*7th character/);
  await open("#E11.99");
  assert.match(await sheetOf("E11.99"), /No such code[^]*Perhaps one of these was meant/);
});

test("the day decides", async () => {
  await open("#E11.9");
  assert.match(await sheetOf("E11.9"), /Billable/);
  await page.getByLabel("Day of service").fill("2029-01-01");
  await page.getByRole("article").getByText("This book does not reach that day").waitFor();
  await page.getByLabel("Day of service").fill("2025-10-01");
  await page.getByRole("article").getByText("Billable", { exact: true }).waitFor();
});

test("codes of the other system are left out", async () => {
  await field().fill("appendix");
  await page.getByRole("radio", { name: "Procedures" }).check({ force: true });
  assert.match(await options().filter({ has: page.locator(".code") }).first().innerText(), /^0D/);
  await page.getByRole("radio", { name: "Diagnoses" }).check({ force: true });
  assert.match(await options().filter({ has: page.locator(".code") }).first().innerText(), /^[C-R]\d/);
});

test("a procedure is told character by character, and its beginnings lead on", async () => {
  await open("#0DTJ4ZZ");
  assert.match(await sheetOf("0DTJ4ZZ"), /4\s+Approach\s+Percutaneous Endoscopic/);
  await open("#0DTJ");
  const text = await sheetOf("0DTJ");
  assert.match(text, /Next: Approach/);
  assert.match(text, /0DTJ4ZZ\s+Resection of Appendix/);
});

test("chapters lead to sections, and these to categories", async () => {
  await page.getByRole("link", { name: "Chapter 4", exact: true }).click();
  assert.match(await sheetOf("Chapter 4"), /E08-E13\s+Diabetes mellitus/);
  await page.getByRole("link", { name: "E08-E13" }).click();
  assert.match(await sheetOf("E08-E13"), /E11\s+Type 2 diabetes mellitus/);
});

test("a code is copied", async () => {
  await open("#E11.9");
  await page.getByRole("button", { name: "Copy E11.9" }).click();
  await page.getByRole("button").filter({ hasText: "Copied" }).waitFor();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "E11.9");
});

test("what is in a text is never markup", async () => {
  await field().fill("<img src=x onerror=alert(1)>");
  await open("#%3Cimg%20src%3Dx%3E");
  assert.equal(await page.locator("img").count(), 0);
  assert.match(await heading().innerText(), /<img src=x>/);
  await open("#%E0%A4%A");
  assert.match(await heading().innerText(), /%E0%A4%A/);
});

test("assistive technology hears roles and names", async () => {
  await field().fill("sprained left ank");
  await page.keyboard.press("ArrowDown");
  const tree = await page.locator("body").ariaSnapshot();
  for (const line of [/- banner/, /- search/, /combobox "Code or words"/, /radio "All" \[checked\]/, /textbox "Day of service"/,
    /listbox "Matches"/, /option "Search sprained left ankle" \[selected\]/, /- article/, /- contentinfo/, /- main/, /- status/]) {
    assert.match(tree, line);
  }
  await open("#E11");
  const sheet = await page.getByRole("article").ariaSnapshot();
  for (const line of [/navigation "Above"/, /heading "E11 Type 2 diabetes mellitus" \[level=2\]/, /table "Below it"/,
    /columnheader "Title"/, /heading "Excludes 1" \[level=3\]/, /navigation "Neighbours"/]) {
    assert.match(sheet, line);
  }
});

for (const colorScheme of ["light", "dark"]) {
  test(`in the ${colorScheme} every text can be read, on a desk and on a phone`, async () => {
    await page.emulateMedia({ colorScheme });
    await field().fill("type 2 diabetes with neuropathy");
    await page.keyboard.press("ArrowDown");
    await page.evaluate(() => (location.hash = "E11"));
    await sheetOf("E11");
    assert.deepEqual(await page.evaluate(faintTexts), []);
    await shoot(`desk-${colorScheme}`);
    await page.setViewportSize({ width: 390, height: 844 });
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
    await shoot(`phone-list-${colorScheme}`);
    await field().fill("e119");
    await page.keyboard.press("Enter");
    await sheetOf("E11.9");
    assert.equal(await page.getByRole("listbox").isVisible(), false);
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth), "it scrolls sideways");
    await shoot(`phone-code-${colorScheme}`);
  });
}

test("sheets of every kind", async () => {
  for (const [name, fragment] of [["start", ""], ["header", "#S93.402"], ["procedure", "#0DTJ4ZZ"], ["unknown", "#E11.99"]]) {
    await open(fragment);
    if (fragment) await sheetOf(fragment.slice(1));
    await shoot(`sheet-${name}`, true);
  }
});

test("it answers soon after it was opened", async () => {
  await page.goto("about:blank");
  const began = performance.now();
  await page.goto(ADDRESS);
  await page.waitForFunction(() => !document.getElementById("text").disabled);
  const ready = performance.now() - began;
  await field().fill("chest pain");
  await options().first().waitFor();
  const answered = performance.now() - began;
  const typed = await page.evaluate(() => {
    const input = document.getElementById("text");
    const began = performance.now();
    for (let i = 0; i < 20; i++) {
      input.value = ["chest pain", "sprained left ank"][i % 2];
      input.dispatchEvent(new Event("input"));
    }
    return (performance.now() - began) / 20;
  });
  const figures = [["page", statSync(PAGE).size, "bytes"], ["ready", ready.toFixed(0), "ms"],
    ["first answer", answered.toFixed(0), "ms"], ["a keystroke's answer, drawn", typed.toFixed(1), "ms"]];
  writeFileSync(join(SHOTS, "figures.tsv"), figures.map((row) => `${row.join("\t")}\n`).join(""));
  assert.ok(answered < 10_000);
});

test("it asked nobody for anything, could not, and had nothing to complain of", async () => {
  assert.deepEqual(complaints, []);
  const strange = requests.filter((url) => url.split("#")[0] !== ADDRESS && url !== "about:blank" && url !== "data:,");
  assert.deepEqual(strange, []);
  const reached = await page.evaluate(() => fetch("http://127.0.0.1:9/").then(() => "reached", (error) => error.name));
  assert.equal(reached, "TypeError");
  assert.match(complaints.join(" "), /violates the following Content Security Policy/);
});
