# Sanitizers and line counts are of the whole build: half an instrumented program reports nonsense.
if(CODING_SANITIZE)
    add_compile_options(-fsanitize=${CODING_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer -g)
    add_link_options(-fsanitize=${CODING_SANITIZE})
endif()
if(CODING_COVERAGE)
    add_compile_options(--coverage)
    add_link_options(--coverage)
endif()
