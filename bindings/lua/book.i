/* What Lua does by hand: the call of nanoseconds, and what the module needs when it opens. */
%ignore coding__room::verdict;
%typemap(in) coding_system system {
    if (!coding__lua_system(L, $input, 2, arg1, &$1)) SWIG_fail;
}
%typemap(in) const char *path "$1 = lua_isnoneornil(L, $input) ? NULL : (char *)luaL_checkstring(L, $input);"

%typemap(in) struct coding__room *self "$1 = coding__lua_room(L);"

%native(verdict) int coding__lua_verdict(lua_State *L);
%native(records) int coding__lua_open(lua_State *L);

%{
static const char coding__lua_book; /* whose place is the key of Book's metatable */

/* SWIG would take whatever userdata comes for one of its own. */
static coding__room *coding__lua_room(lua_State *L)
{
    swig_lua_userdata *book = lua_touserdata(L, 1);
    bool               is_book = false;
    if (book && lua_getmetatable(L, 1)) {
        lua_rawgetp(L, LUA_REGISTRYINDEX, &coding__lua_book);
        is_book = lua_rawequal(L, -1, -2);
        lua_pop(L, 2);
    }
    if (!is_book) luaL_argerror(L, 1, "a Book is needed: book:check(...), not book.check(...)");
    return book->ptr;
}

/* A table of options in place of system and day: its values are laid where those are looked for. */
static void coding__lua_spread(lua_State *L)
{
    lua_settop(L, 3);
    for (lua_pushnil(L); lua_next(L, 3); lua_pop(L, 1)) {
        const char *name = lua_type(L, -2) == LUA_TSTRING ? lua_tostring(L, -2) : luaL_typename(L, -2);
        if (strcmp(name, "system") != 0 && strcmp(name, "on") != 0) luaL_error(L, "no such option: %s", name);
    }
    lua_getfield(L, 3, "on");
    lua_getfield(L, 3, "system");
    lua_replace(L, 3);
}

/* verdict(book, code, system, on): called without a function of coding.lua between, for that would take half as long
 * again. */
static int coding__lua_verdict(lua_State *L)
{
    const char   *text;
    size_t        length;
    coding_system system;
    coding_date   on;
    coding_rule   rule;
    coding_error  error;
    coding__room *room = coding__lua_room(L);
    lua_settop(L, 4);
    if (lua_istable(L, 3)) coding__lua_spread(L);
    if (!coding__lua_text(L, 2, &text, &length)) return lua_error(L);
    if (!coding__lua_system(L, 3, 2, room, &system) || !coding__lua_day(L, 4, &on)) return lua_error(L);
    if (!coding__given_verdict(room, text, length, system, on, &rule, &error)) {
        coding__lua_error(L, &error);
        return lua_error(L);
    }
    coding__lua_name(L, coding__enumerations[CODING__NAMES_RULE], (unsigned)rule);
    return 1;
}

/* Answers the metatables of records and that of Book, which coding.lua furnishes. */
static int coding__lua_open(lua_State *L)
{
    coding__lua_records(L);
    SWIG_Lua_get_class_metatable(L, "Book");
    lua_pushvalue(L, -1);
    lua_rawsetp(L, LUA_REGISTRYINDEX, &coding__lua_book);
    return 2;
}
%}
