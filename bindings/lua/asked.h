/* What Lua hands in: text with its NUL bytes, systems and days by their words, records in place of codes. Each answers
 * false with Lua's own error on the stack. */
#ifndef CODING_BINDINGS_LUA_ASKED_H
#define CODING_BINDINGS_LUA_ASKED_H

#include <lauxlib.h>
#include <lua.h>

#include "given.h"

/* A string, or the code of a record that has one. Its bytes are Lua's, and stay as long as the argument does. */
bool coding__lua_text(lua_State *L, int index, const char **text, size_t *length);

/* A system's name or number; nil is that of the record at `code`, or any. `room` may be NULL. */
bool coding__lua_system(lua_State *L, int index, int code, const coding__room *room, coding_system *system);

/* "2025-10-01", 20251001, a table as os.date makes it, 0; nil asks of today. */
bool coding__lua_day(lua_State *L, int index, coding_date *on);

/* A member of an enumeration by its word or number. */
bool coding__lua_member(lua_State *L, int index, const coding__enumeration *names, unsigned *member);

/* Pushes the library's error: a table { status, reason, at } that reads as its words. */
void coding__lua_error(lua_State *L, const coding_error *error);

#endif
