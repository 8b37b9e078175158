/** The library: `const coding = await Coding.load(); const book = await coding.open(bytes)`. */
class Coding extends Functions {
  constructor(module, machine) {
    super();
    Object.defineProperty(this, "_module", { value: module });
    Object.defineProperty(this, "_machine", { value: machine });
  }

  /** Loads coding.wasm: from beside this file, or from bytes, a URL, a path (Node), a Response, or a compiled module. */
  static async load(source = new URL("coding.wasm", import.meta.url)) {
    const module = source instanceof WebAssembly.Module ? source : await WebAssembly.compile(await bytesOf(source));
    return new Coding(module, new Machine(await WebAssembly.instantiate(module, {})));
  }

  /** Opens a book from its bytes, or from where they are: a URL, a path (Node), a Response, a Blob. */
  async open(source) {
    const bytes = await bytesOf(source);
    const machine = new Machine(await WebAssembly.instantiate(this._module, {}));
    machine.open(bytes);
    return new Book(machine);
  }
}

/** @returns {Promise<Uint8Array>} */
async function bytesOf(source) {
  if (source instanceof Uint8Array) return source;
  if (source instanceof ArrayBuffer) return new Uint8Array(source);
  if (ArrayBuffer.isView(source)) return new Uint8Array(source.buffer, source.byteOffset, source.byteLength);
  if (typeof source?.arrayBuffer === "function") return new Uint8Array(await whole(source).arrayBuffer());
  if (typeof source !== "string" && !(source instanceof URL)) {
    throw new TypeError("bytes are needed, or a URL, a path, a Response or a Blob that leads to them");
  }
  return globalThis.process?.versions?.node && !/^https?:/.test(source) ? fileBytes(source) : bytesOf(await fetch(source));
}

function whole(response) {
  if (response.ok === false) throw new CodingError("no-file", `the server answers ${response.status}`, response.url);
  return response;
}

async function fileBytes(path) {
  const { readFile } = await import("node:fs/promises");
  try {
    return await readFile(path);
  } catch (error) {
    throw new CodingError("no-file", error.message, String(path));
  }
}
