#define _GNU_SOURCE
#include "CLineEditing.h"

#include <dlfcn.h>
#include <errno.h>
#include <histedit.h>
#include <langinfo.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

/// The functions of the library that are used.
#define FUNCTIONS(each)                                                                   \
  each(el_init) each(el_end) each(el_set) each(el_wset) each(el_get) each(el_gets)        \
  each(el_line) each(el_insertstr) each(el_deletestr) each(el_resize) each(el_reset)      \
  each(el_source) each(history_init) each(history_end) each(history)

static struct {
  void *handle;
#define DECLARE(name) __typeof__(name) *name;
  FUNCTIONS(DECLARE)
} library;

struct LineEditing {
  EditLine *line;
  History *history;
  const char *prompt;
  void *context;
  LineEditingCompleter completer;
  // A byte that was read too far, behind one that began no character; -1 if there is none.
  int pushed;
};

static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t resized;
static pthread_t reader;
static void (*interrupt_handler)(void);

static bool load(void) {
  if (library.handle != NULL) return true;
  void *handle = dlopen("libedit.so.2", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) handle = dlopen("libedit.so.0", RTLD_NOW | RTLD_LOCAL);
  if (handle == NULL) return false;
#define FIND(name)                                                     \
  library.name = (__typeof__(name) *)dlsym(handle, #name);             \
  if (library.name == NULL) return false;
  FUNCTIONS(FIND)
  library.handle = handle;
  return true;
}

/// Characters are UTF-8 whatever the environment says.
static void use_utf8(void) {
  setlocale(LC_CTYPE, "");
  if (strcmp(nl_langinfo(CODESET), "UTF-8") != 0) setlocale(LC_CTYPE, "C.UTF-8");
}

static LineEditing *owner(EditLine *line) {
  void *data = NULL;
  library.el_get(line, EL_CLIENTDATA, &data);
  return data;
}

static char *show_prompt(EditLine *line) {
  return (char *)owner(line)->prompt;
}

/// Waits for a byte. Signals are let through only while it waits, so that none is missed between
/// the look at its flag and the wait.
static int wait_for_byte(EditLine *line) {
  sigset_t watched, before;
  sigemptyset(&watched);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGWINCH);
  pthread_sigmask(SIG_BLOCK, &watched, &before);
  sigset_t open = before;
  sigdelset(&open, SIGINT);
  sigdelset(&open, SIGWINCH);
  int outcome = 0;
  while (outcome == 0) {
    if (interrupted) {
      outcome = -1;
    } else if (resized) {
      resized = 0;
      library.el_resize(line);
    } else {
      struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
      int ready = ppoll(&input, 1, NULL, &open);
      if (ready > 0) outcome = 1;
      if (ready < 0 && errno != EINTR) outcome = -1;
    }
  }
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return outcome;
}

static int read_byte(LineEditing *editor, unsigned char *byte) {
  if (editor->pushed >= 0) {
    *byte = (unsigned char)editor->pushed;
    editor->pushed = -1;
    return 1;
  }
  for (;;) {
    if (wait_for_byte(editor->line) < 0) return -1;
    ssize_t count = read(STDIN_FILENO, byte, 1);
    if (count >= 0) return (int)count;
    if (errno == EINTR) continue;
    // The terminal is gone.
    return errno == EIO ? 0 : -1;
  }
}

/// Reads one character. What is not UTF-8 becomes the replacement character.
static int read_character(EditLine *line, wchar_t *character) {
  LineEditing *editor = owner(line);
  char bytes[MB_LEN_MAX];
  size_t count = 0;
  for (;;) {
    unsigned char byte;
    int got = read_byte(editor, &byte);
    if (got <= 0) return got;
    bytes[count++] = (char)byte;
    mbstate_t state = {0};
    size_t length = mbrtowc(character, bytes, count, &state);
    if (length == (size_t)-2 && count < sizeof bytes) continue;
    if (length == (size_t)-1 || length == (size_t)-2) {
      if (count > 1) editor->pushed = byte;
      *character = 0xFFFD;
    }
    // NUL would end the line for everything behind.
    if (*character == 0) *character = 0xFFFD;
    return 1;
  }
}

static void write_all(const char *text) {
  size_t left = strlen(text);
  while (left > 0) {
    ssize_t count = write(STDOUT_FILENO, text, left);
    if (count < 0 && errno != EINTR) return;
    if (count > 0) {
      text += count;
      left -= (size_t)count;
    }
  }
}

/// Whether a tab stands at the beginning of a word with more already there to be read: then nobody
/// pressed a key, an indented text was pasted.
static bool is_pasted(LineEditing *editor, const LineInfo *info) {
  if (info->cursor > info->buffer && info->cursor[-1] != ' ') return false;
  int waiting = 0;
  if (editor->pushed >= 0) return true;
  return ioctl(STDIN_FILENO, FIONREAD, &waiting) == 0 && waiting > 0;
}

static unsigned char complete(EditLine *line, int key) {
  (void)key;
  LineEditing *editor = owner(line);
  const LineInfo *info = library.el_line(line);
  if (is_pasted(editor, info)) return library.el_insertstr(line, "  ") == 0 ? CC_REFRESH : CC_ERROR;
  LineEditingCompletion answer = editor->completer(
      editor->context, info->buffer, (size_t)(info->lastchar - info->buffer),
      (size_t)(info->cursor - info->buffer));
  unsigned char result = CC_ERROR;
  if (answer.insertion != NULL) {
    if (answer.deleted > 0) library.el_deletestr(line, answer.deleted);
    library.el_insertstr(line, answer.insertion);
    result = CC_REFRESH;
  }
  if (answer.listing != NULL) {
    write_all("\r\n");
    write_all(answer.listing);
    result = CC_REDISPLAY;
  }
  free(answer.insertion);
  free(answer.listing);
  return result;
}

LineEditing *line_editing_open(
    const char *program, int size, void *context, LineEditingCompleter completer) {
  if (!load()) return NULL;
  use_utf8();
  LineEditing *editor = calloc(1, sizeof *editor);
  if (editor == NULL) return NULL;
  editor->context = context;
  editor->completer = completer;
  editor->prompt = "";
  editor->pushed = -1;
  editor->line = library.el_init(program, stdin, stdout, stderr);
  editor->history = library.history_init();
  if (editor->line == NULL || editor->history == NULL) {
    line_editing_close(editor);
    return NULL;
  }
  HistEvent event;
  library.history(editor->history, &event, H_SETSIZE, size);
  library.history(editor->history, &event, H_SETUNIQUE, 1);
  library.el_set(editor->line, EL_CLIENTDATA, editor);
  library.el_set(editor->line, EL_PROMPT, show_prompt);
  library.el_set(editor->line, EL_EDITOR, "emacs");
  library.el_set(editor->line, EL_SIGNAL, 0);
  library.el_set(editor->line, EL_HIST, library.history, editor->history);
  library.el_wset(editor->line, EL_GETCFN, read_character);
  library.el_set(editor->line, EL_ADDFN, "complete", "Complete what is being typed", complete);
  library.el_set(editor->line, EL_BIND, "^I", "complete", NULL);
  library.el_set(editor->line, EL_BIND, "^R", "em-inc-search-prev", NULL);
  library.el_set(editor->line, EL_BIND, "^W", "ed-delete-prev-word", NULL);
  // Ctrl and an arrow: word by word.
  library.el_set(editor->line, EL_BIND, "\\e[1;5C", "em-next-word", NULL);
  library.el_set(editor->line, EL_BIND, "\\e[1;5D", "ed-prev-word", NULL);
  library.el_set(editor->line, EL_BIND, "\\e[3~", "ed-delete-next-char", NULL);
  library.el_source(editor->line, NULL);
  return editor;
}

void line_editing_close(LineEditing *editor) {
  if (editor == NULL) return;
  if (editor->line != NULL) library.el_end(editor->line);
  if (editor->history != NULL) library.history_end(editor->history);
  free(editor);
}

void line_editing_remember(LineEditing *editor, const char *text) {
  HistEvent event;
  library.history(editor->history, &event, H_ENTER, text);
}

LineEditingOutcome line_editing_read(
    LineEditing *editor, const char *prompt, const char **line, size_t *length) {
  int count = 0;
  editor->prompt = prompt;
  interrupted = 0;
  // Before the prompt: what is typed when it shows must find the editor, not the terminal's echo.
  library.el_set(editor->line, EL_PREP_TERM, 1);
  const char *text = library.el_gets(editor->line, &count);
  if (text != NULL && count > 0) {
    *line = text;
    *length = (size_t)count;
    return LineEditingLine;
  }
  if (interrupted) {
    interrupted = 0;
    library.el_reset(editor->line);
    write_all("^C\r\n");
    return LineEditingCancelled;
  }
  return LineEditingEnd;
}

/// Runs on whichever thread the kernel chose; the one that reads must hear of it too, or its wait
/// would go on.
static void receive(int signal) {
  int error = errno;
  if (signal == SIGWINCH) {
    resized = 1;
  } else {
    interrupted = 1;
    if (interrupt_handler != NULL) interrupt_handler();
  }
  if (!pthread_equal(pthread_self(), reader)) pthread_kill(reader, signal);
  errno = error;
}

void line_editing_watch_interrupts(void (*handler)(void)) {
  reader = pthread_self();
  interrupt_handler = handler;
  struct sigaction action = {.sa_handler = receive};
  sigemptyset(&action.sa_mask);
  sigaction(SIGINT, &action, NULL);
  sigaction(SIGWINCH, &action, NULL);
  line_editing_let_interrupts_through();
}

void line_editing_let_interrupts_through(void) {
  sigset_t watched;
  sigemptyset(&watched);
  sigaddset(&watched, SIGINT);
  sigaddset(&watched, SIGWINCH);
  pthread_sigmask(SIG_UNBLOCK, &watched, NULL);
}

bool line_editing_take_interrupt(void) {
  bool was = interrupted != 0;
  interrupted = 0;
  return was;
}
