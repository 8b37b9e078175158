// The same from C++17: owners that close themselves, views instead of pointer and length, lists as ranges.
//
//     c++ -std=c++17 modern.cpp $(pkg-config --cflags --libs coding) -o modern
//     CODING_BOOK=little.book ./modern
#include <iostream>
#include <memory>
#include <string_view>

#include <coding.h>

namespace {

struct closer {
    void operator()(coding_book *book) const { coding_book_close(book); }
    void operator()(coding_desk *desk) const { coding_desk_free(desk); }
};
using owned_book = std::unique_ptr<coding_book, closer>;
using owned_desk = std::unique_ptr<coding_desk, closer>;

// Any list of an answer, for a loop: its items lie on the desk.
template <typename item> struct range {
    const item *items;
    std::size_t count;
    const item *begin() const { return items; }
    const item *end() const { return items + count; }
};
template <typename item> range(const item *, std::size_t) -> range<item>;

coding_verdict check(coding_desk *desk, std::string_view text, coding_date on)
{
    return coding_check_text(desk, CODING_ANY, text.data(), text.size(), on);
}

} // namespace

int main()
{
    coding_error     error;
    const owned_book book(coding_book_open(nullptr, &error));
    if (!book) return std::cerr << error.at << ": " << error.reason << '\n', 2;
    const owned_desk desk(coding_desk_new(book.get(), nullptr));
    if (!desk) return std::cerr << "no memory\n", 2;

    for (std::string_view text : {"E11.9", "G35", "0DTJ4ZZ", "G0008"}) {
        const coding_verdict verdict = check(desk.get(), text, 20260301);
        std::cout << text << ": " << coding_system_title(coding_code_system(verdict.code)) << ", "
                  << coding_rule_name(verdict.rule) << '\n';
        char code[CODING_CODE_TEXT];
        for (coding_code instead : range{verdict.instead, verdict.instead_count})
            std::cout << "    " << coding_code_format(instead, code) << '\n';
        coding_desk_clear(desk.get());
    }
}
