# The whole library is optimised at once where it is linked: a twentieth is gained by calls between its files. Its objects
# hold plain code as well, so that the archive links as any other does; whoever links it with -flto gains the same.
set(coding_whole OFF)
if(CMAKE_C_COMPILER_ID STREQUAL GNU AND CMAKE_C_COMPILER_VERSION VERSION_GREATER_EQUAL 10
   AND CMAKE_BUILD_TYPE MATCHES "Release" AND NOT CODING_SANITIZE AND NOT CODING_COVERAGE AND NOT CMAKE_CROSSCOMPILING)
    set(coding_whole ON)
endif()

function(coding_whole_objects target)
    if(coding_whole)
        target_compile_options(${target} PRIVATE -flto=auto -ffat-lto-objects)
    endif()
endfunction()

function(coding_whole_link target)
    if(coding_whole)
        target_link_options(${target} PRIVATE -flto=auto -O3)
    endif()
endfunction()
