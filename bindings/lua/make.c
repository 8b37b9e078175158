#include "make.h"

#include <stdio.h>
#include <string.h>

#include "asked.h"

/* Records within lists within records: as deep as shapes.txt goes, and some more. */
enum { DEPTH = 12, SLOTS = 4 };

typedef struct container {
    bool        is_list;
    lua_Integer count; /* of a list, so far */
    const char *field; /* of a record, the one that comes */
} container;

typedef struct building {
    lua_State *L;
    container  within[DEPTH];
    unsigned   depth;
} building;

static building *of(const coding__maker *maker) { return maker->context; }

/* What lies on top goes where it belongs; the answer itself stays there. */
static bool place(const coding__maker *maker)
{
    building *at = of(maker);
    if (!at->depth) return true;
    container *in = &at->within[at->depth - 1];
    if (in->is_list) lua_rawseti(at->L, -2, ++in->count);
    else lua_setfield(at->L, -2, in->field);
    return true;
}

static bool enter(building *at, bool is_list)
{
    if (at->depth == DEPTH) return luaL_error(at->L, "records lie too deep in one another"), false;
    luaL_checkstack(at->L, SLOTS, NULL);
    at->within[at->depth++] = (container){.is_list = is_list};
    return true;
}

static bool record(const coding__maker *maker, const coding__shape *shape)
{
    building *at = of(maker);
    if (!enter(at, false)) return false;
    lua_createtable(at->L, 0, shape->count);
    lua_rawgetp(at->L, LUA_REGISTRYINDEX, shape);
    lua_setmetatable(at->L, -2);
    return true;
}

static bool list(const coding__maker *maker, size_t count)
{
    building *at = of(maker);
    if (!enter(at, true)) return false;
    lua_createtable(at->L, (int)count, 0);
    return true;
}

static bool end(const coding__maker *maker)
{
    of(maker)->depth--;
    return place(maker);
}

static bool field(const coding__maker *maker, const coding__field *next)
{
    of(maker)->within[of(maker)->depth - 1].field = next->name;
    return true;
}

static bool none(const coding__maker *maker)
{
    lua_pushnil(of(maker)->L);
    return place(maker);
}

static bool text(const coding__maker *maker, const char *bytes, size_t length)
{
    lua_pushlstring(of(maker)->L, bytes, length);
    return place(maker);
}

static bool whole(const coding__maker *maker, uint64_t number)
{
    lua_pushinteger(of(maker)->L, (lua_Integer)number);
    return place(maker);
}

static bool real(const coding__maker *maker, double number)
{
    lua_pushnumber(of(maker)->L, number);
    return place(maker);
}

static bool flag(const coding__maker *maker, bool is_set)
{
    lua_pushboolean(of(maker)->L, is_set);
    return place(maker);
}

static bool name(const coding__maker *maker, const coding__enumeration *names, unsigned member)
{
    coding__lua_name(of(maker)->L, names, member);
    return place(maker);
}

static bool day(const coding__maker *maker, coding_date on)
{
    coding__lua_date(of(maker)->L, on);
    return place(maker);
}

static bool span(const coding__maker *maker, size_t offset, size_t length)
{
    lua_State *L = of(maker)->L;
    lua_createtable(L, 0, 2);
    lua_pushinteger(L, (lua_Integer)offset);
    lua_setfield(L, -2, "offset");
    lua_pushinteger(L, (lua_Integer)length);
    lua_setfield(L, -2, "length");
    luaL_setmetatable(L, "coding.Span");
    return place(maker);
}

void coding__lua_name(lua_State *L, const coding__enumeration *names, unsigned member)
{
    const char *word = member < names->count ? names->members[member] : NULL;
    if (word) lua_pushstring(L, word);
    else lua_pushinteger(L, (lua_Integer)member);
}

void coding__lua_date(lua_State *L, coding_date on)
{
    char printed[16];
    snprintf(printed, sizeof printed, "%04u-%02u-%02u", on / 10000, on / 100 % 100, on % 100);
    if (on) lua_pushstring(L, printed);
    else lua_pushnil(L);
}

const char *coding__lua_status(coding_status status)
{
    const coding__enumeration *names = coding__enumerations[CODING__NAMES_STATUS];
    return (unsigned)status < names->count ? names->members[status] : "";
}

typedef struct handing {
    const coding__ask   *ask;
    const coding__shape *shape;
    const void          *answer;
    coding_error         error;
    bool                 made;
} handing;

static int hand_over(lua_State *L)
{
    handing      *it = lua_touserdata(L, 1);
    building      at = {.L = L};
    coding__maker maker = {&at, record, list, end, field, none, text, whole, whole, real, flag, name, day, span};
    it->made = coding__hand_over(it->ask, it->shape, it->answer, &maker, &it->error);
    return it->made;
}

/* Protected: where Lua has no memory it leaves by a jump, and the desk must be given back. */
bool coding__lua_answer(lua_State *L, const coding__ask *ask, const coding__shape *shape, const void *answer)
{
    handing it = {.ask = ask, .shape = shape, .answer = answer};
    lua_pushcfunction(L, hand_over);
    lua_pushlightuserdata(L, &it);
    if (lua_pcall(L, 1, LUA_MULTRET, 0) != LUA_OK) return false;
    if (!it.made) coding__lua_error(L, &it.error);
    return it.made;
}

/* A metatable that is found by its name in Lua, and by its shape in C. */
static void add_record(lua_State *L, const char *name, const void *shape)
{
    char whole_name[64];
    snprintf(whole_name, sizeof whole_name, "coding.%s", name);
    luaL_newmetatable(L, whole_name);
    lua_pushvalue(L, -1);
    lua_setfield(L, -2, "__index");
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, shape);
    lua_setfield(L, -2, name);
}

void coding__lua_records(lua_State *L)
{
    lua_createtable(L, 0, (int)coding__shape_count + 1);
    for (size_t i = 0; i < coding__shape_count; i++) add_record(L, coding__shapes[i]->name, coding__shapes[i]);
    add_record(L, "Error", CODING__LUA_ERROR);
}
