// A user's file, which tsc --strict must accept; each mistake must be refused.
import {
  Book, Coding, CodingError, NAMES, claimText, type Claim, type ClaimRule, type Entry, type Hit, type Review, type Rule,
  type Verdict,
} from "libcoding";

const coding: Coding = await Coding.load();
const book: Book = await coding.open(process.argv[2] as string);

const verdict: Verdict = book.check("G35", { on: "2025-10-01", system: "icd10cm" });
const rule: Rule = verdict.rule;
const sentence: string | undefined = verdict.findings[0]?.text;
const hits: readonly Hit[] = book.search("sprained left ankle", { count: 3, billableOnly: true });
const entry: Entry | null = book.find(hits[0] ?? "E11.9", { on: new Date(2025, 9, 1) });
const number: bigint = coding.parse("E11.9", "icd10cm").number;
const until: string | null = book.editions()[0]?.until ?? null;
const words: readonly Rule[] = NAMES.Rule;
const claim: Claim = { first: "2024-07-15", sex: "F", diagnoses: ["K63.5"], lines: [{ code: "45378", charge: 40000 }] };
const review: Review = book.review(claim, { rules: ["ncci-ptp", "mue"], notes: false });
const asked: readonly ClaimRule[] = review.asked;
const line: string = claimText(claim);
const drawn: readonly number[] = book.sample(1000, 30, 20261124);

// @ts-expect-error: a number is no code
const wrongCode = (): Verdict => book.check(5);
// @ts-expect-error: answers cannot be changed
const wrongWrite = (): void => { verdict.code = "E11.9"; };
// @ts-expect-error: no rule has that word
const wrongWord: Rule = "expired";
// @ts-expect-error: a claim has no such field
const wrongClaim = (): Review => book.review({ colour: "red" });
// @ts-expect-error: an entry may be none
const wrongEntry = (): string => book.find("E11.9").code;
// @ts-expect-error: books are opened, not made
const wrongBook = (): Book => new Book();

try {
  book.title("nope");
} catch (error) {
  if (!(error instanceof CodingError) || error.status !== "not-in-book") throw error;
}
console.log(rule, sentence, hits.length, entry?.title, number, until, words.length);
console.log(line, asked.length, review.stands, drawn.length);
book.close();
export { wrongBook, wrongClaim, wrongCode, wrongEntry, wrongWord, wrongWrite };
