# What CMake 3.25 does not know of WebAssembly. A shared library is defined by the project and not built.
set_property(GLOBAL PROPERTY TARGET_SUPPORTS_SHARED_LIBS TRUE)
