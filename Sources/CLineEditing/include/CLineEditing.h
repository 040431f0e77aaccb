#ifndef CLINEEDITING_H
#define CLINEEDITING_H

#include <stdbool.h>
#include <stddef.h>

/// A terminal line editor: libedit behind the few calls that a shell needs. Swift cannot call its
/// variadic functions. The library is loaded when a person types, so that a query does not pay for
/// it at every start.
typedef struct LineEditing LineEditing;

/// How a line came to its end.
typedef enum LineEditingOutcome {
  LineEditingLine,
  LineEditingCancelled,
  LineEditingEnd,
} LineEditingOutcome;

/// What the Tab key does: `deleted` characters before the cursor give way to `insertion`, then
/// `listing` is shown below the line. Both texts come from malloc or are null.
typedef struct LineEditingCompletion {
  int deleted;
  char *insertion;
  char *listing;
} LineEditingCompletion;

typedef LineEditingCompletion (*LineEditingCompleter)(
    void *context, const char *line, size_t length, size_t cursor);

/// Null if the library is not there.
LineEditing *line_editing_open(
    const char *program, int history, void *context, LineEditingCompleter completer);
void line_editing_close(LineEditing *editor);

/// Adds to what the arrow keys and Ctrl-R find.
void line_editing_remember(LineEditing *editor, const char *text);

/// Reads a line, with its line break unless input ends in it. The bytes hold until the next call.
LineEditingOutcome line_editing_read(
    LineEditing *editor, const char *prompt, const char **line, size_t *length);

/// From now on Ctrl-C is not the end of the program: it calls `handler` (which must be safe in a
/// signal handler) and ends a line being read on the calling thread.
void line_editing_watch_interrupts(void (*handler)(void));

/// Lets Ctrl-C through on the calling thread. Whoever started the program may have blocked it: the
/// mask of a thread is handed on to the programs that it starts.
void line_editing_let_interrupts_through(void);

/// Whether there was an interrupt since the last call.
bool line_editing_take_interrupt(void);

#endif
