# Read by CMake right behind project() where a wheel is built (CMAKE_PROJECT_coding_INCLUDE): lays into the wheel what
# `build` made once for all Pythons, the command and the licences of the libraries that are linked inside.
if(SKBUILD)
    install(PROGRAMS $ENV{CODING_COMMAND} DESTINATION coding/bin COMPONENT python)
    install(DIRECTORY $ENV{CODING_LIBRARIES}/licences DESTINATION ${SKBUILD_METADATA_DIR} COMPONENT python)
endif()
