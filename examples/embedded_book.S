/* The bytes of a book as two symbols. BOOK is its path, in quotes. */
#if defined(__APPLE__)
    .const
    .globl _embedded_book, _embedded_book_end
    .balign 64
_embedded_book:
    .incbin BOOK
_embedded_book_end:
    .byte 0
#else
    .section .rodata
    .globl embedded_book, embedded_book_end
    .balign 64
embedded_book:
    .incbin BOOK
embedded_book_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
#endif
