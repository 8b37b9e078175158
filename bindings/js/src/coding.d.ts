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
/** A value for each, or one for all. */
export type Column<T> = T | ArrayLike<T>;
/** Lists of codes; or with offsets all of them one behind the other, texts or their numbers. */
export type CodeLists = readonly (readonly string[] | null)[] | readonly string[] | BigUint64Array;

/** Stays in columns. With `offsets` the diagnoses of stay i are those from offsets[i] to offsets[i + 1]. */
export interface StayColumns {
  readonly diagnoses: CodeLists;
  readonly offsets?: ArrayLike<number>;
  /** Present on admission beside each diagnosis: Y, N, U, W, 1 or nothing; in lists, or with `offsets` flat. */
  readonly poa?: readonly (readonly string[] | null)[] | readonly string[] | Uint8Array;
  readonly procedures?: CodeLists;
  readonly procedureOffsets?: ArrayLike<number>;
  readonly sex?: Column<"M" | "F" | "U" | number>;
  readonly discharge?: Column<number>;
  readonly hospital?: Column<"reports" | "exempt" | "unknown" | number>;
  /** A day of discharge for each, 20251015; else that of the options. */
  readonly on?: ArrayLike<number>;
}

/** Groups of many stays: numbers of DRGs, and of members in NAMES.DrgType, NAMES.DrgReturn and NAMES.Cc. */
export interface GroupColumns {
  readonly first: Uint16Array;
  readonly last: Uint16Array;
  readonly mdc: Uint8Array;
  readonly types: Uint8Array;
  readonly reasons: Uint8Array;
  readonly severities: Uint8Array;
}

/** Members in columns. */
export interface MemberColumns {
  readonly codes: CodeLists;
  readonly offsets?: ArrayLike<number>;
  readonly age?: Column<number>;
  readonly sex?: Column<"M" | "F" | number>;
  readonly entitlement?: Column<number>;
  readonly dual?: Column<number>;
  /** Added up: 1 Medicaid, 2 institutional, 4 new, 8 special needs, 16 low income, 32 dialysis, 64 graft. */
  readonly flags?: Column<number>;
  readonly graftMonths?: Column<number>;
}

/** Scores of many members, in thousandths; segments are numbers in NAMES.RiskSegment. */
export interface RiskColumns {
  readonly raw: Int32Array;
  readonly payment: Int32Array;
  readonly segments: Uint8Array;
  readonly counting: Uint8Array;
}

export declare class Book {
  private constructor();
  /** Gives the copy of the book back. Closing twice does nothing. */
  close(): void;
  readonly closed: boolean;
  /**
   * Groups of many stays, without their traces, in columns: of each what `group` answers. Lists of codes go in as they
   * are, or all codes one behind the other with their offsets. What the book lacks has 0 in all of them.
   */
  groupMany(stays: StayColumns, options?: { on?: Day; version?: number }): GroupColumns;
  /** Scores of many members, without their traces, in columns. A member without a score has 0 in all of them. */
  riskMany(members: MemberColumns, options: { model: RiskModel; year: number; plan?: RiskPlan }): RiskColumns;
  /** Numbers of many codes of one system, as columns hold them; 0n where a text is none. */
  numbers(codes: Iterable<string | null>, options: { system: SystemName }): BigUint64Array;
  /** Every edition of every system, by system and first day. */
  editions(): readonly Edition[];
  /** Where each part of the book came from. */
  origins(): readonly Origin[];
  /** The named sections of the file. */
  sections(): readonly Section[];
}
