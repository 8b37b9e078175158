/** What could not be done. A wrong code is none: it is an answer. */
class CodingError extends Error {
  constructor(status, reason, at = "") {
    super(at ? `${at}: ${reason}` : reason);
    this.name = "CodingError";
    this.status = status;
    this.reason = reason;
    this.at = at;
  }
}
