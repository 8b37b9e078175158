// Nothing of the interface is missing: each method and function of surface.json is there, and is typed.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { Book, Coding, NAMES, PACKAGE, TREE } from "./rows.mjs";

const surface = JSON.parse(readFileSync(process.env.CODING_SURFACE ?? join(PACKAGE, "../bindings/described/surface.json")));
const types = readFileSync(join(PACKAGE, "coding.d.ts"), "utf8");
const interface_ = readFileSync(join(TREE, "bindings/coding.i"), "utf8");
const headers = [...interface_.matchAll(/%include <coding\/(\w+)\.h>/g)].map(([, name]) => name);
const MANNERS = { read: "parse", search_complete: "completeWords", system_blocks: "allBlocks", is_closed: "closed" };
const camel = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

function typed(name) {
  return new RegExp(`^  (readonly )?${name}[(:]`, "m").test(types);
}

test("every method of Book is there and typed", () => {
  const names = surface.methods.map((method) => MANNERS[method.name] ?? camel(method.name));
  assert.ok(names.length > 40);
  assert.deepEqual(names.filter((name) => !(name in Book.prototype) || !typed(name)), []);
});

test("every function that needs no book is there and typed", () => {
  const bound = surface.functions.filter((each) => headers.includes(each.header) && !each.needs_book);
  const names = bound.map((each) => camel(each.name));
  assert.ok(names.length > 20);
  assert.deepEqual(names.filter((name) => !(name in Coding.prototype) || !typed(name)), []);
});

test("every record and enumeration is typed, with all of its fields and words", () => {
  for (const shape of surface.shapes) {
    const body = types.split(`export interface ${shape.name} {`)[1]?.split("\n}")[0] ?? "";
    for (const field of shape.fields) assert.ok(body.includes(` ${camel(field.name)}: `), `${shape.name}.${field.name}`);
  }
  for (const { name, members } of surface.enumerations) {
    const words = new RegExp(`export type ${name} =([^;]*);`).exec(types)?.[1] ?? "";
    for (const { number, word } of members) {
      assert.equal(NAMES[name][number], word);
      assert.ok(words.includes(`"${word}"`), `${name} ${word}`);
    }
  }
});
