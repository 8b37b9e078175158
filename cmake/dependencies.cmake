# All dependencies come by pkg-config: it is what Debian ships for each of them, and what coding.pc names.
# Global, so that a project that takes us by add_subdirectory sees what libcoding.a needs.
find_package(PkgConfig REQUIRED)

pkg_check_modules(PCRE2 REQUIRED IMPORTED_TARGET GLOBAL libpcre2-8)
pkg_check_modules(UTF8PROC REQUIRED IMPORTED_TARGET GLOBAL libutf8proc)
if(CODING_TOOL)
    pkg_check_modules(LIBARCHIVE REQUIRED IMPORTED_TARGET GLOBAL libarchive)
    pkg_check_modules(EXPAT REQUIRED IMPORTED_TARGET GLOBAL expat)
    pkg_check_modules(NETTLE REQUIRED IMPORTED_TARGET GLOBAL nettle)
    pkg_check_modules(JANSSON REQUIRED IMPORTED_TARGET GLOBAL jansson)
endif()
if(CODING_TESTS)
    pkg_check_modules(CMOCKA IMPORTED_TARGET GLOBAL cmocka)
endif()
