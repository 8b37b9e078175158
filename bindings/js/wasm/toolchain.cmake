# Cross to WebAssembly by zig, which comes as a Python wheel: ZIG in the environment is how to call it, for example
# "python -m ziglang". Compilers are single words to CMake, so the build folder gets a script for each.
list(APPEND CMAKE_MODULE_PATH ${CMAKE_CURRENT_LIST_DIR}) # Platform/WASI.cmake
set(CMAKE_SYSTEM_NAME WASI)
set(CMAKE_SYSTEM_PROCESSOR wasm32)
set(CMAKE_TRY_COMPILE_TARGET_TYPE STATIC_LIBRARY)

set(shims ${CMAKE_BINARY_DIR}/zig)
foreach(tool cc ar ranlib)
    set(words ${tool})
    if(tool STREQUAL cc)
        set(words "cc -target wasm32-wasi")
    endif()
    if(NOT EXISTS ${shims}/${tool})
        file(WRITE ${shims}/${tool} "#!/bin/sh\nexec $ENV{ZIG} ${words} \"$@\"\n")
        file(CHMOD ${shims}/${tool} PERMISSIONS OWNER_READ OWNER_WRITE OWNER_EXECUTE)
    endif()
endforeach()
set(CMAKE_C_COMPILER ${shims}/cc)
set(CMAKE_AR ${shims}/ar)
set(CMAKE_RANLIB ${shims}/ranlib)

set(CMAKE_FIND_ROOT_PATH_MODE_PROGRAM NEVER)
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
