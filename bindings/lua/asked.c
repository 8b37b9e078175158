#include "asked.h"

#include "make.h"

/* Who asked: past the function of coding.lua that was called. */
enum { ASKER = 2 };

static bool refuse(lua_State *L, const char *wanted, int index)
{
    luaL_where(L, ASKER);
    lua_pushfstring(L, "%s, not %s", wanted, luaL_typename(L, index));
    lua_concat(L, 2);
    return false;
}

/* What was said of a system or a day that is none. */
static bool refuse_words(lua_State *L, const coding_error *error)
{
    char words[CODING__WORDS];
    luaL_where(L, ASKER);
    lua_pushstring(L, coding__words(error, words));
    lua_concat(L, 2);
    return false;
}

bool coding__lua_text(lua_State *L, int index, const char **text, size_t *length)
{
    int type = lua_type(L, index);
    if (type == LUA_TTABLE && lua_getfield(L, index, "code") == LUA_TSTRING) {
        *text = lua_tolstring(L, -1, length);
        lua_pop(L, 1); /* the record keeps it */
        return true;
    }
    *text = type == LUA_TSTRING ? lua_tolstring(L, index, length) : NULL;
    return *text || refuse(L, "a code is text or a record that has one", index);
}

static bool named_system(lua_State *L, int index, const coding__room *room, coding_system *system)
{
    coding_error error;
    size_t       length;
    const char  *text = lua_tolstring(L, index, &length);
    return coding__given_system(room, text, length, system, &error) || refuse_words(L, &error);
}

static bool numbered_system(lua_State *L, int index, coding_system *system)
{
    coding_error error;
    return coding__given_system_number(lua_tointeger(L, index), system, &error) || refuse_words(L, &error);
}

static bool system_of_record(lua_State *L, int code, const coding__room *room, coding_system *system)
{
    *system = CODING_ANY;
    if (!code || !lua_istable(L, code)) return true;
    bool answered = lua_getfield(L, code, "system") != LUA_TSTRING || named_system(L, -1, room, system);
    if (answered) lua_pop(L, 1);
    return answered;
}

bool coding__lua_system(lua_State *L, int index, int code, const coding__room *room, coding_system *system)
{
    if (lua_isnoneornil(L, index)) return system_of_record(L, code, room, system);
    if (lua_type(L, index) == LUA_TSTRING) return named_system(L, index, room, system);
    if (lua_isinteger(L, index)) return numbered_system(L, index, system);
    return refuse(L, "a system is its name or number", index);
}

static lua_Integer part(lua_State *L, int index, const char *name)
{
    lua_getfield(L, index, name);
    lua_Integer number = lua_tointeger(L, -1);
    lua_pop(L, 1);
    return number;
}

static bool read_day(lua_State *L, int index, coding_date *on, coding_error *error)
{
    size_t length;
    switch (lua_type(L, index)) {
    case LUA_TSTRING: {
        const char *text = lua_tolstring(L, index, &length);
        return coding__given_day(text, length, on, error);
    }
    case LUA_TTABLE:
        return coding__given_day_parts(part(L, index, "year"), part(L, index, "month"), part(L, index, "day"), on,
                                       error);
    default: return coding__given_day_number(lua_tointeger(L, index), on, error);
    }
}

bool coding__lua_day(lua_State *L, int index, coding_date *on)
{
    coding_error error;
    int          type = lua_type(L, index);
    *on = CODING__TODAY;
    if (lua_isnoneornil(L, index)) return true;
    bool is_day = type == LUA_TSTRING || type == LUA_TTABLE || lua_isinteger(L, index);
    if (!is_day) return refuse(L, "a day is '2025-10-01', 20251001 or a table as os.date makes it", index);
    return read_day(L, index, on, &error) || refuse_words(L, &error);
}

bool coding__lua_member(lua_State *L, int index, const coding__enumeration *names, unsigned *member)
{
    lua_Integer number = lua_isinteger(L, index) ? lua_tointeger(L, index) : -1;
    if (lua_type(L, index) == LUA_TSTRING && coding__given_member(names, lua_tostring(L, index), member)) return true;
    *member = (unsigned)number;
    if (number >= 0 && number < names->count) return true;
    luaL_where(L, ASKER);
    lua_pushfstring(L, "no such %s: %s", names->name, luaL_tolstring(L, index, NULL));
    lua_remove(L, -2);
    lua_concat(L, 2);
    return false;
}

static int make_error(lua_State *L)
{
    const coding_error *error = lua_touserdata(L, 1);
    lua_createtable(L, 0, 3);
    lua_pushstring(L, coding__lua_status(error->status));
    lua_setfield(L, -2, "status");
    lua_pushstring(L, error->reason);
    lua_setfield(L, -2, "reason");
    lua_pushstring(L, error->at);
    lua_setfield(L, -2, "at");
    luaL_setmetatable(L, CODING__LUA_ERROR);
    return 1;
}

/* Protected, so that a desk is given back even where Lua has no memory for the error. */
void coding__lua_error(lua_State *L, const coding_error *error)
{
    lua_pushcfunction(L, make_error);
    lua_pushlightuserdata(L, (void *)(uintptr_t)error);
    lua_pcall(L, 1, 1, 0); /* where it fails, what it says of that is the error */
}
