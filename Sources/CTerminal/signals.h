// Signals, the wake pipe and the last rites of a crash; knows no ncurses.
#ifndef GLOSSE_SIGNALS_H
#define GLOSSE_SIGNALS_H

#include <stddef.h>
#include <termios.h>

// What a crash has to undo. Kept ready, since the handler may neither allocate nor ask ncurses.
struct glosse_rescue {
    int tty;
    int stderr_copy;  // or -1
    struct termios modes;
    char sequence[512];
    size_t length;
};

// Makes the wake pipe, once for the whole life of the process: threads may write to it at any time.
int glosse_signals_prepare(void);
// Catches signals; again after ncurses has put in its own handlers.
void glosse_signals_catch(void);
// Gives signals back to whoever had them.
void glosse_signals_release(void);
// Lets a crash restore the terminal; NULL when there is nothing to restore.
void glosse_signals_set_rescue(const struct glosse_rescue *rescue);
// Stops the process as SIGTSTP does by itself, and returns when it is continued.
void glosse_signals_stop(void);
// Notes that the terminal is gone.
void glosse_signals_hang_up(void);
// The end of the wake pipe to wait on.
int glosse_signals_pipe(void);
void glosse_signals_drain(void);

#endif
