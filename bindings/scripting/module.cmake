# A module of a scripting language, laid out as the language looks for it: what SWIG writes from coding.i, our own C,
# which is held to the house's warnings, and the thin layer in the language itself.
#
#     coding_script(LANGUAGE SWIG flags of SWIG ... SOURCES our.c ... INCLUDES folders of the language ...
#                   MODULE folder/name.so [OPTIONS of our own C ...] LAYER files of the language ...)
#
# makes the target coding_LANGUAGE, whose outcome lies in ${CMAKE_BINARY_DIR}/LANGUAGE.
find_package(SWIG 4.5 REQUIRED)
include(CheckLinkerFlag)
check_linker_flag(C LINKER:--exclude-libs,ALL coding_can_exclude)

if(NOT TARGET coding_given)
    add_library(coding_given STATIC ${CMAKE_CURRENT_LIST_DIR}/given.c)
    coding_house(coding_given)
    target_include_directories(coding_given PUBLIC ${CMAKE_CURRENT_LIST_DIR})
    target_link_libraries(coding_given PUBLIC coding_bindings)
endif()

# Writes the wrapper anew where the interface, the manners or a header changed.
function(coding_script_wrapper language wrapper)
    set(interface ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/../coding.i)
    add_custom_command(
        OUTPUT ${wrapper}
        COMMAND ${SWIG_EXECUTABLE} ${ARGN} -I${CMAKE_CURRENT_FUNCTION_LIST_DIR}/.. -I${PROJECT_SOURCE_DIR}/include
            -MMD -MT ${wrapper} -MF ${wrapper}.d -outdir ${CMAKE_CURRENT_BINARY_DIR} -o ${wrapper} ${interface}
        DEPENDS ${interface}
        DEPFILE ${wrapper}.d
        VERBATIM)
endfunction()

function(coding_script language)
    cmake_parse_arguments(PARSE_ARGV 1 of "" "MODULE" "SWIG;SOURCES;INCLUDES;OPTIONS;LAYER")
    set(laid_out ${CMAKE_BINARY_DIR}/${language})
    set(wrapper ${CMAKE_CURRENT_BINARY_DIR}/wrapper.c)
    coding_script_wrapper(${language} ${wrapper} ${of_SWIG})

    add_library(coding_${language}_own STATIC ${of_SOURCES})
    coding_house(coding_${language}_own)
    target_compile_options(coding_${language}_own PRIVATE ${of_OPTIONS})
    target_include_directories(coding_${language}_own PUBLIC ${CMAKE_CURRENT_SOURCE_DIR})
    target_include_directories(coding_${language}_own SYSTEM PUBLIC ${of_INCLUDES})
    target_link_libraries(coding_${language}_own PUBLIC coding_given)

    cmake_path(GET of_MODULE PARENT_PATH folder)
    cmake_path(GET of_MODULE STEM name)
    add_library(coding_${language} MODULE ${wrapper})
    set_target_properties(coding_${language} PROPERTIES PREFIX "" OUTPUT_NAME ${name} SUFFIX .so
        LIBRARY_OUTPUT_DIRECTORY ${laid_out}/${folder} C_VISIBILITY_PRESET hidden)
    target_compile_options(coding_${language} PRIVATE ${of_OPTIONS} -fno-strict-aliasing -w)
    target_link_libraries(coding_${language} PRIVATE coding_${language}_own)
    if(coding_can_exclude) # what the library exports for others is our own affair here
        target_link_options(coding_${language} PRIVATE LINKER:--exclude-libs,ALL)
    endif()

    foreach(file IN LISTS of_LAYER)
        configure_file(${file} ${laid_out}/${file} COPYONLY)
    endforeach()
endfunction()
