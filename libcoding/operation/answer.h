/* What is answered of an operation: its characters with their labels, what is open with the values that may stand
 * there, and what to ask. */
#ifndef CODING_OPERATION_ANSWER_H
#define CODING_OPERATION_ANSWER_H

#include "operation/settle.h"

/* Fills all but the services. */
void coding__answer(const coding__settling *settled, coding_operation *made);

/* The open question about an axis (question.c); on the desk. */
const char *coding__question(const coding__settling *settled, unsigned axis);

/* The code for robotic assistance that goes beside an operation (robot.c); false where no robot is told of. */
bool coding__settle_robot(const coding__settling *assisted, coding__settling *made);

/* Candidates of other systems, by the book's own search (services.c). */
void coding__find_services(const coding__report *report, const coding__procedure *procedure, coding_operation *made);

#endif
