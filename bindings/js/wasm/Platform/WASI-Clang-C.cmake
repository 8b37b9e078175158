# One module, linked once: nothing in it moves.
set(CMAKE_C_COMPILE_OPTIONS_PIC "")
