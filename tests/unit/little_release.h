/* A release in little: codes of three systems, a Tabular List, an index, a user's own system. Everything is made up. */
#ifndef TESTS_LITTLE_RELEASE_H
#define TESTS_LITTLE_RELEASE_H

#include "unit/little_book.h"

extern const little_file little_release[];

#endif
