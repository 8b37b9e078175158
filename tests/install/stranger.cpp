// The same from C++17, where the headers must be as much at home.
#include <coding.h>

#include <iostream>
#include <memory>
#include <string_view>

namespace {

int ask(const char *path)
{
    coding_error error;
    std::unique_ptr<coding_book, void (*)(coding_book *)> book(coding_book_open(path, &error), coding_book_close);
    if (!book) {
        std::cerr << error.at << ": " << error.reason << '\n';
        return 1;
    }
    std::unique_ptr<coding_desk, void (*)(coding_desk *)> desk(coding_desk_new(book.get(), nullptr), coding_desk_free);
    const coding_verdict verdict = coding_check_text(desk.get(), CODING_ICD10CM, "e119", 4, 20251001);
    std::cout << "on 2025-10-01 it " << coding_rule_name(verdict.rule) << ": "
              << coding_entry_title(desk.get(), verdict.entry, 20251001) << '\n';
    return verdict.rule != CODING_RULE_STANDS;
}

} // namespace

int main(int count, char **words)
{
    char text[CODING_CODE_TEXT];
    coding_code_format(coding_parse(CODING_ICD10CM, "e119", 4).code, text);
    std::cout << "libcoding " << coding_version() << " reads e119 as " << text << '\n';
    if (std::string_view(text) != "E11.9") return 1;
    return count > 1 ? ask(words[1]) : 0;
}
