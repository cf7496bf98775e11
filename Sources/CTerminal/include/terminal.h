// The seam to ncursesw: one screen on /dev/tty, told in ints and strings, so that Swift imports no ncurses macros.
//
// All functions but the wake-up belong to one thread, and those that draw or read need an open terminal.
#ifndef GLOSSE_TERMINAL_H
#define GLOSSE_TERMINAL_H

#include <stdint.h>

// Why a terminal did not open.
enum glosse_terminal_failure {
    GLOSSE_TERMINAL_OPENED = 0,
    GLOSSE_TERMINAL_IS_OPEN,          // this process has one already
    GLOSSE_TERMINAL_NO_TTY,           // no controlling terminal; errno says more
    GLOSSE_TERMINAL_NO_TYPE,          // TERM is not set
    GLOSSE_TERMINAL_UNKNOWN_TYPE,     // TERM is not in the terminfo database
    GLOSSE_TERMINAL_CANNOT_POSITION,  // the type has no way to move the cursor
};

// What signals asked for since the last look; bits.
enum glosse_terminal_request {
    GLOSSE_REQUEST_RESIZE = 1,
    GLOSSE_REQUEST_STOP = 2,
    GLOSSE_REQUEST_TERMINATE = 4,
    GLOSSE_REQUEST_RESUME = 8,  // continued after a stop that nobody could catch
};

// The looks of a cell; bits, those of Style.Attributes.
enum glosse_attribute {
    GLOSSE_BOLD = 1,
    GLOSSE_DIM = 2,
    GLOSSE_ITALIC = 4,
    GLOSSE_UNDERLINE = 8,
    GLOSSE_REVERSE = 16,
};

// What stands in one cell, or in two for a wide character.
struct glosse_cell {
    const uint32_t *scalars;  // a character and its marks
    int count;
    int width;       // 1 or 2
    int attributes;  // glosse_attribute
    int pair;        // from glosse_terminal_pair; 0 is the terminal's own colours
};

// Takes over the terminal: the alternate screen, its keys, mouse and paste, and the signals that concern it. stderr
// goes to the file `log` (created, appended to, mode 0600), or nowhere if it cannot be opened or is NULL.
// Colours are used when `use_colors` is not 0 and the terminal has some. Returns a glosse_terminal_failure.
int glosse_terminal_open(const char *log, int use_colors);
// Gives everything back as it was. Does nothing when none is open.
void glosse_terminal_close(void);

// How many colours it has: 0 without, 0x1000000 for direct colour.
int glosse_terminal_colors(void);
// Makes ncurses take the terminal's real size.
void glosse_terminal_resize(int *rows, int *columns);
// The number of two colours together, made when first asked for; -1 is the terminal's own. 0 if there are too many.
int glosse_terminal_pair(int foreground, int background);
// A cell whose width the C library sees otherwise is drawn as U+FFFD, so that all others keep their columns.
void glosse_terminal_put(int row, int column, struct glosse_cell cell);
// Sends what has changed. The cursor is hidden when `row` is negative.
void glosse_terminal_show(int row, int column);
void glosse_terminal_bell(void);

// The next key: a byte, a code from 256 on, or -1 when nothing is waiting. Waits up to 25 ms for the rest of a sequence.
int glosse_terminal_read(void);
// The next byte as it is, or -1. Only between keys.
int glosse_terminal_read_byte(void);
// Makes a sequence arrive as a code.
void glosse_terminal_define_key(const char *sequence, int code);
// The code of a sequence; 0 if there is none, -1 if it only begins a longer one.
int glosse_terminal_key_code(const char *sequence);
// What ncurses calls a code (KEY_UP, kUP5), or NULL.
const char *glosse_terminal_key_name(int code);

// Waits for input, a signal or a wake-up; a negative timeout waits for ever. Returns 0 when the time is over.
int glosse_terminal_wait(int milliseconds);
// Ends a wait, from any thread, also when no terminal is open.
void glosse_terminal_wake(void);
// Takes the requests of signals; bits of glosse_terminal_request.
int glosse_terminal_requests(void);
// Gives the terminal back, stops the process, and takes the terminal again when it is continued.
void glosse_terminal_stop(void);
// Takes the terminal again, whatever the shell has made of it.
void glosse_terminal_resume(void);
// Asks for that, for this process and those in its pipeline, as ^Z does.
void glosse_terminal_request_stop(void);

#endif
