# Compiles for every Linux since glibc 2.17 (manylinux2014) on any machine: `libraries` lays zig's compiler into a folder.
set(CMAKE_C_COMPILER $ENV{CODING_ZIG}/cc)
set(CMAKE_AR $ENV{CODING_ZIG}/ar)
set(CMAKE_RANLIB $ENV{CODING_ZIG}/ranlib)
set(CMAKE_C_FLAGS_RELEASE "-O2 -DNDEBUG -fvisibility=hidden")
set(CMAKE_POSITION_INDEPENDENT_CODE ON)

# No library of this machine gets in: what there is lies in the folder of our own.
set(CMAKE_FIND_ROOT_PATH $ENV{CODING_LIBRARIES})
set(CMAKE_PREFIX_PATH $ENV{CODING_LIBRARIES})
set(CMAKE_FIND_ROOT_PATH_MODE_LIBRARY ONLY)
set(CMAKE_FIND_ROOT_PATH_MODE_INCLUDE ONLY)
