# The shared library is optimised as a whole where it is linked: a twentieth is gained by calls between its files. The
# archive is of plain objects, so that whoever links it waits for no such thing.
set(CODING_WHOLE OFF)
if(CMAKE_C_COMPILER_ID STREQUAL GNU AND CMAKE_C_COMPILER_VERSION VERSION_GREATER_EQUAL 10
   AND CMAKE_BUILD_TYPE MATCHES "Release" AND NOT CODING_SANITIZE AND NOT CODING_COVERAGE AND NOT CMAKE_CROSSCOMPILING)
    set(CODING_WHOLE ON)
endif()
