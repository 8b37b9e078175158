# What a stranger finds: headers, both libraries, the tool, a book, and two ways to ask for them.
include(CMakePackageConfigHelpers)

set(coding_package ${CMAKE_INSTALL_LIBDIR}/cmake/coding)

# A set each, so that who links the shared library need not have what only libcoding.a asks for.
foreach(kind shared static)
    install(TARGETS coding_${kind} EXPORT coding-${kind}
        LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR}
        ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR})
    install(EXPORT coding-${kind} NAMESPACE coding:: DESTINATION ${coding_package})
endforeach()
install(TARGETS coding_headers EXPORT coding-headers FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(EXPORT coding-headers NAMESPACE coding:: DESTINATION ${coding_package})

set(coding_book ${CMAKE_INSTALL_DATADIR}/coding/us.book)
configure_package_config_file(cmake/coding-config.cmake.in ${PROJECT_BINARY_DIR}/coding-config.cmake
    INSTALL_DESTINATION ${coding_package} PATH_VARS coding_book)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/coding-config-version.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/coding-config.cmake ${PROJECT_BINARY_DIR}/coding-config-version.cmake
    DESTINATION ${coding_package})

# pkg-config finds the prefix from where the file lies, so that an installed tree may be moved.
set(coding_pkgconfig ${CMAKE_INSTALL_LIBDIR}/pkgconfig)
cmake_path(ABSOLUTE_PATH coding_pkgconfig BASE_DIRECTORY ${CMAKE_INSTALL_PREFIX} NORMALIZE OUTPUT_VARIABLE pcfiledir)
cmake_path(RELATIVE_PATH CMAKE_INSTALL_PREFIX BASE_DIRECTORY ${pcfiledir} OUTPUT_VARIABLE coding_up)
foreach(folder INCLUDEDIR LIBDIR DATADIR)
    set(coding_${folder} "\${prefix}")
    cmake_path(APPEND coding_${folder} ${CMAKE_INSTALL_${folder}})
endforeach()
configure_file(pkgconfig/coding.pc.in ${PROJECT_BINARY_DIR}/coding.pc @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/coding.pc DESTINATION ${coding_pkgconfig})

install(FILES ${CODING_BOOK} DESTINATION ${CMAKE_INSTALL_DATADIR}/coding RENAME us.book OPTIONAL)
install(FILES LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
if(CODING_TOOL)
    install(TARGETS coding_tool RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
    install(FILES docs/man/coding.1 DESTINATION ${CMAKE_INSTALL_MANDIR}/man1)
    install(FILES ${PROJECT_BINARY_DIR}/completion/coding
        DESTINATION ${CMAKE_INSTALL_DATADIR}/bash-completion/completions)
    install(FILES ${PROJECT_BINARY_DIR}/completion/_coding DESTINATION ${CMAKE_INSTALL_DATADIR}/zsh/site-functions)
    install(FILES ${PROJECT_BINARY_DIR}/completion/coding.fish
        DESTINATION ${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d)
endif()
