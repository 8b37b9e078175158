/* What Lua gets: records as tables with a metatable each, lists as sequences, days as "2025-10-01", members of
 * enumerations as the library's own words. What is none is nil. */
#ifndef CODING_BINDINGS_LUA_MAKE_H
#define CODING_BINDINGS_LUA_MAKE_H

#include <lauxlib.h>
#include <lua.h>

#include "shape.h"

#define CODING__LUA_ERROR "coding.Error"

/* Pushes a table that holds the metatable of each record by its name, and of errors. Once, when the module opens. */
void coding__lua_records(lua_State *L);

/* Pushes the answer; false with Lua's error on the stack. */
bool coding__lua_answer(lua_State *L, const coding__ask *ask, const coding__shape *shape, const void *answer);

/* Pushes a member of an enumeration, a day of the calendar, a text or nil. */
void coding__lua_name(lua_State *L, const coding__enumeration *names, unsigned member);
void coding__lua_date(lua_State *L, coding_date day);

/* A status as errors say it: "not-in-book". */
const char *coding__lua_status(coding_status status);

#endif
