/** US medical codes: checked on their day of service, found from words, shown with their notes. */

/** A day as ISO 8601 writes it: "2025-10-01". */
export type IsoDay = string;

/** A day of service: "2025-10-01", a Date (the day that its own clock shows), "today" or "newest". */
export type Day = IsoDay | Date | "today" | "newest";

/** A system of the library, or the name of one of the book's own. */
export type SystemName = System | (string & {});

/** A code: text, its bytes in UTF-8, or a record that has one, such as an Entry, a Hit, a Suggestion. */
export type Code = string | Uint8Array | { readonly code: string; readonly system?: System };

/** A diagnosis, or its code alone; `poa` is "Y", "N", "U" or "W". */
export type Diagnosis = string | { readonly code: string; readonly poa?: string };

/** A procedure of a stay, or its code alone. */
export type Procedure = string | { readonly code: string; readonly on?: IsoDay | Date };

/** A line of a claim, or its code alone; `charge` is cents. */
export type Line = string | {
  readonly code?: string; readonly modifiers?: string | readonly string[]; readonly units?: number;
  readonly charge?: number; readonly place?: string; readonly revenue?: string; readonly first?: IsoDay | Date;
  readonly last?: IsoDay | Date; readonly pointers?: string | readonly (string | number)[];
  readonly provider?: string; readonly ndc?: string;
};

/** A claim by its fields; `charge` is cents. No value can break out of its place: it throws a RangeError. */
export interface Claim {
  readonly kind?: ClaimKind;
  readonly first?: IsoDay | Date;
  readonly last?: IsoDay | Date;
  readonly born?: IsoDay | Date;
  readonly age?: number;
  readonly sex?: Sex | "M" | "F";
  readonly id?: string;
  readonly provider?: string;
  readonly discharge?: string;
  readonly bill?: string;
  readonly place?: string;
  readonly charge?: number;
  readonly diagnoses?: readonly Diagnosis[];
  readonly admitting?: Diagnosis | readonly Diagnosis[];
  readonly reasons?: readonly Diagnosis[];
  readonly causes?: readonly Diagnosis[];
  readonly procedures?: readonly Procedure[];
  readonly lines?: readonly Line[];
}

/** The record of a visit by the names of its fields, such as `stableChronic`. */
export interface Visit {
  readonly family?: VisitFamily;
  readonly billed?: string;
  readonly minutes?: number;
  readonly risk?: Mdm;
  readonly [field: string]: string | number | boolean | undefined;
}

/** A claim as one line, as `review` takes it. */
export declare function claimText(claim: Claim | string): string;

/** A visit as one line, as `visit` takes it. */
export declare function visitText(visit: Visit | string): string;

/** Bytes, or where they are: a URL, a path (Node), a Response, a Blob. */
export type Whereabouts = ArrayBuffer | ArrayBufferView | URL | string | { arrayBuffer(): Promise<ArrayBuffer> };

/** What could not be done. A wrong code is none: it is an answer. */
export declare class CodingError extends Error {
  readonly status: Status;
  /** Why, in the library's words. */
  readonly reason: string;
  /** Where: a file, a section of a book. */
  readonly at: string;
}

/** The library without a book. */
export declare class Coding {
  private constructor();
  /** Loads coding.wasm, from beside this file where nothing else is named. */
  static load(source?: Whereabouts | WebAssembly.Module): Promise<Coding>;
  /** Opens a book. It is copied into a memory of its own, which `close` lets go. */
  open(source: Whereabouts): Promise<Book>;
}

/**
 * A book: the facts. Every question may name a `system` (else it is found out) and a day `on` (else today). Answers are
 * frozen and outlive the book. After `close` every question throws.
 */
export declare class Book {
  private constructor();
  /** Gives the copy of the book back. Closing twice does nothing. */
  close(): void;
  readonly closed: boolean;
  /** Every edition of every system, by system and first day. */
  editions(): readonly Edition[];
  /** Where each part of the book came from. */
  origins(): readonly Origin[];
  /** The named sections of the file. */
  sections(): readonly Section[];
}
