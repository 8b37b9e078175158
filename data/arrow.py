"""Text columns of an Arrow file, as far as one pinned file asks for: one batch, zstd, the text columns first.

The file: magic, schema, batches, footer. The footer leads to each batch, whose head (a flatbuffer) lists the buffers
of its body; a text column has three: which are null, where each text begins, the texts.
"""

import struct

import zstandard

FOOTER_BATCHES = 3  # fields of Arrow's flatbuffer tables, by number
MESSAGE_HEADER = 2
BATCH_BUFFERS = 2
BUFFERS_A_TEXT = 3


def text_columns(file, count):
    """The first `count` columns as lists of texts."""
    size, = struct.unpack_from("<i", file, len(file) - 10)
    footer = file[len(file) - 10 - size:]
    batches = pointed(footer, field(footer, root(footer), FOOTER_BATCHES)) + 4
    where, head_size = struct.unpack_from("<qi", footer, batches)
    head, body = file[where + 8:where + head_size], file[where + head_size:]
    batch = pointed(head, field(head, root(head), MESSAGE_HEADER))
    buffers = pointed(head, field(head, batch, BATCH_BUFFERS)) + 4
    return [texts(*(inflated(head, body, buffers, column * BUFFERS_A_TEXT + part) for part in (1, 2)))
            for column in range(count)]


def root(table):
    return pointed(table, 0)


def pointed(table, at):
    return at + struct.unpack_from("<I", table, at)[0]


def field(table, at, number):
    """Where the field stands: a table points back at the list of its fields' places."""
    fields = at - struct.unpack_from("<i", table, at)[0]
    return at + struct.unpack_from("<H", table, fields + 4 + 2 * number)[0]


def inflated(head, body, buffers, number):
    offset, length = struct.unpack_from("<qq", head, buffers + 16 * number)
    size, = struct.unpack_from("<q", body, offset)
    data = body[offset + 8:offset + length]
    return data if size == -1 else zstandard.ZstdDecompressor().decompress(data, max_output_size=size)


def texts(begins, data):
    begins = struct.unpack(f"<{len(begins) // 4}i", begins)
    return [data[begin:end].decode("utf-8") for begin, end in zip(begins, begins[1:])]
