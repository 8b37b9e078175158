/* Perl's own headers, without what of them would cry out under our warnings. */
#ifndef CODING_BINDINGS_PERL_OWN_H
#define CODING_BINDINGS_PERL_OWN_H

#define PERL_NO_GET_CONTEXT
#define PERL_GCC_BRACE_GROUPS_FORBIDDEN /* its macros are C11 then */
#include <EXTERN.h>
#include <perl.h>
#include <XSUB.h>

#endif
