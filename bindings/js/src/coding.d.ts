/** US medical codes: checked on their day of service, found from words, shown with their notes. */

/** A day as ISO 8601 writes it: "2025-10-01". */
export type IsoDay = string;

/** A day of service: "2025-10-01", a Date (the day that its own clock shows), "today" or "newest". */
export type Day = IsoDay | Date | "today" | "newest";

/** A system of the library, or the name of one of the book's own. */
export type SystemName = System | (string & {});

/** A code: text, its bytes in UTF-8, or a record that has one, such as an Entry, a Hit, a Suggestion. */
export type Code = string | Uint8Array | { readonly code: string; readonly system?: System };

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
