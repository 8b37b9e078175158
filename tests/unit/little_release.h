/* The little release, and books of it. */
#ifndef TESTS_LITTLE_RELEASE_H
#define TESTS_LITTLE_RELEASE_H

#include "unit/little_book.h"
#include "unit/little_files.h"

#endif
