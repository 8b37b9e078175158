/* Making the view that rules are asked with. */
#ifndef CODING_RULE_VIEW_H
#define CODING_RULE_VIEW_H

#include "rule/rule.h"

/* Fills in a view whose desk, book, claim and review are set. Where there is no memory the review says so. */
void coding__view_make(coding__view *view);

#endif
