/* Methods of Book answer replies where others answer plain values, since each of them may be asked of a closed book. */
%typemap(gotype) bool, size_t, coding_system, coding_date, coding_visit_family, coding__reply "[]byte"
%typemap(out) bool, size_t, coding_system, coding_date, coding_visit_family "coding__reply_in($result, coding__reply_number((uint64_t)$1));"
%typemap(out) coding__reply "coding__reply_in($result, $1);"

/* What is handed in stays what it is. */
%typemap(gotype) coding_system system "uint32"
%typemap(in) coding_system system "$1 = (coding_system)$input;"
%typemap(gotype) coding_system to "uint32"
%typemap(in) coding_system to "$1 = (coding_system)$input;"
%typemap(gotype) coding_date since "uint32"
%typemap(gotype) coding_system coding__room::system "[]byte"
%typemap(gotype) coding_date on "uint32"
%typemap(gotype) size_t limit, size_t index, size_t count "int"
%typemap(gotype) bool billable_only, bool last, bool notes, bool money "bool"

/* Opening and the bare verdict have ways of their own, and Go knows itself whether a book is closed. */
%ignore coding__room::coding__room(const char *path, coding_error *error);
%ignore coding__room::is_closed;
%ignore coding__room::verdict;
%nodefaultctor coding__room;

%rename(Open) coding__go_open;
%rename(Free) coding__reply_free;
%rename(Verdict) coding__go_verdict;
%rename(Verdicts) coding__go_verdicts;
%typemap(gotype) uint8_t *bytes, uint8_t *rules "[]byte"
%typemap(in) uint8_t *bytes, uint8_t *rules "$1 = (uint8_t *)$input.array;"
%typemap(gotype) const int64_t *offsets "[]int64"
%typemap(in) const int64_t *offsets "$1 = (int64_t *)$input.array;"
%typemap(gotype) coding__room *room "uintptr"
%typemap(in) coding__room *room "$1 = (coding__room *)$input;"
coding__reply coding__go_open(const char *text, size_t length);
void          coding__reply_free(uint8_t *bytes);
unsigned coding__go_verdict(coding__room *room, const char *text, size_t length, coding_system system, coding_date on);
unsigned coding__go_verdicts(coding__room *room, const char *text, size_t length, const int64_t *offsets, size_t count,
                             coding_system system, coding_date on, uint8_t *rules);
