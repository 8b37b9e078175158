/* What is left of a note behind the calls that read it. */
#ifndef CODING_NOTE_FORGET_H
#define CODING_NOTE_FORGET_H

/* Wipes what the calls above left on the stack, where words of the note were copied to. */
void coding__wipe_stack(void);

#endif
