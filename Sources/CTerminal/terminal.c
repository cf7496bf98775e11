#define _XOPEN_SOURCE_EXTENDED 1
#define _GNU_SOURCE
#include "terminal.h"

#include <errno.h>
#include <fcntl.h>
#include <langinfo.h>
#include <locale.h>
#include <malloc.h>
#include <ncursesw/curses.h>
#include <ncursesw/term.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>
#include <wchar.h>

#include "signals.h"

// Buttons and drags (1002) in decimal coordinates that go beyond column 223 (1006), and pastes in brackets (2004).
static const char modes_on[] = "\033[?1002h\033[?1006h\033[?2004h";
static const char modes_off[] = "\033[?2004l\033[?1006l\033[?1002l";

static SCREEN *screen;
static FILE *input;
static FILE *output;
// Keys are read from a pad, since reading from a window draws it first.
static WINDOW *keys;
static int color_count;
static bool has_default_colors;
static struct glosse_rescue rescue;

static void send_all(const char *sequence) {
    for (size_t sent = 0, length = strlen(sequence); sent < length;) {
        ssize_t count = write(rescue.tty, sequence + sent, length - sent);
        if (count < 0 && errno == EINTR) continue;
        if (count <= 0) return;
        sent += (size_t)count;
    }
}

static int collect(int byte) {
    if (rescue.length < sizeof rescue.sequence) rescue.sequence[rescue.length++] = (char)byte;
    return byte;
}

static void collect_capability(const char *name) {
    const char *sequence = tigetstr(name);
    if (sequence != NULL && sequence != (const char *)-1) tputs(sequence, 1, collect);
}

// What a crash sends: the same as endwin(), put together while it is still allowed to ask.
static void prepare_rescue(void) {
    rescue.length = 0;
    for (const char *byte = modes_off; *byte != '\0'; byte++) collect(*byte);
    const char *capabilities[] = {"sgr0", "op", "rmkx", "cnorm", "rmcup"};
    for (size_t i = 0; i < sizeof capabilities / sizeof capabilities[0]; i++) collect_capability(capabilities[i]);
    for (const char *byte = "\033[?1l\033>\r\n"; *byte != '\0'; byte++) collect(*byte);
}

static void redirect_stderr(const char *log) {
    rescue.stderr_copy = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3);
    int file = log == NULL ? -1 : open(log, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    if (file < 0) file = open("/dev/null", O_WRONLY | O_CLOEXEC);
    if (file < 0) return;
    dup2(file, STDERR_FILENO);
    if (file != STDERR_FILENO) close(file);
}

static void restore_stderr(void) {
    if (rescue.stderr_copy < 0) return;
    dup2(rescue.stderr_copy, STDERR_FILENO);
    close(rescue.stderr_copy);
    rescue.stderr_copy = -1;
}

// ^C, ^\, ^S, ^Q, ^V and ^O are keys like others; ^Z stops the whole pipeline, as the kernel does it best.
static void set_modes(void) {
    cbreak();
    noecho();
    nonl();
    struct termios modes;
    if (tcgetattr(rescue.tty, &modes) == 0) {
        modes.c_cc[VINTR] = _POSIX_VDISABLE;
        modes.c_cc[VQUIT] = _POSIX_VDISABLE;
        modes.c_iflag &= ~(tcflag_t)IXON;
        modes.c_lflag &= ~(tcflag_t)IEXTEN;
        tcsetattr(rescue.tty, TCSADRAIN, &modes);
    }
    def_prog_mode();
    keys = newpad(1, 1);
    keypad(keys, TRUE);
    nodelay(keys, TRUE);
    set_escdelay(25);
    // A frame is sent as a whole even when keys are waiting; the loop takes all of them before it draws.
    typeahead(-1);
    curs_set(0);
    leaveok(stdscr, TRUE);
}

static void set_colors(int use_colors) {
    color_count = 0;
    if (use_colors == 0 || !has_colors() || start_color() == ERR) return;
    has_default_colors = use_default_colors() == OK;
    color_count = COLORS;
}

// Terminals speak UTF-8 today, also where nobody has set a locale.
static void set_locale(void) {
    if (setlocale(LC_CTYPE, "") == NULL || strcmp(nl_langinfo(CODESET), "UTF-8") != 0) {
        setlocale(LC_CTYPE, "C.UTF-8");
    }
}

static int open_files(void) {
    rescue.tty = open("/dev/tty", O_RDWR | O_CLOEXEC | O_NOCTTY);
    if (rescue.tty < 0) return -1;
    int copy = fcntl(rescue.tty, F_DUPFD_CLOEXEC, 3);
    input = fdopen(rescue.tty, "r");
    output = copy < 0 ? NULL : fdopen(copy, "w");
    return input != NULL && output != NULL && tcgetattr(rescue.tty, &rescue.modes) == 0 ? 0 : -1;
}

static void close_files(void) {
    if (output != NULL) fclose(output);
    if (input != NULL) fclose(input);
    input = NULL;
    output = NULL;
}

int glosse_terminal_open(const char *log, int use_colors) {
    if (screen != NULL) return GLOSSE_TERMINAL_IS_OPEN;
    // What works beside the screen would fill an arena of memory of its own, 2 to 4 MB that nobody else can use.
    mallopt(M_ARENA_MAX, 1);
    const char *type = getenv("TERM");
    if (type == NULL || *type == '\0') return GLOSSE_TERMINAL_NO_TYPE;
    if (glosse_signals_prepare() != 0 || open_files() != 0) {
        int reason = errno;
        close_files();
        errno = reason;
        return GLOSSE_TERMINAL_NO_TTY;
    }
    int status = 0;
    if (setupterm(type, rescue.tty, &status) != OK) {
        close_files();
        return GLOSSE_TERMINAL_UNKNOWN_TYPE;
    }
    const char *position = tigetstr("cup");
    int can_position = position != NULL && position != (const char *)-1;
    del_curterm(cur_term);
    if (!can_position) {
        close_files();
        return GLOSSE_TERMINAL_CANNOT_POSITION;
    }
    set_locale();
    use_tioctl(TRUE);
    use_extended_names(TRUE);
    // Before newterm, which leaves a handler for SIGWINCH alone that is there already.
    glosse_signals_catch();
    screen = newterm(type, output, input);
    if (screen == NULL) {
        glosse_signals_release();
        close_files();
        return GLOSSE_TERMINAL_UNKNOWN_TYPE;
    }
    glosse_signals_catch();
    prepare_rescue();
    redirect_stderr(log);
    glosse_signals_set_rescue(&rescue);
    set_modes();
    set_colors(use_colors);
    send_all(modes_on);
    return GLOSSE_TERMINAL_OPENED;
}

// From here to the next refresh the terminal is the shell's.
static void give_back(void) {
    send_all(modes_off);
    curs_set(1);
    endwin();
    glosse_signals_set_rescue(NULL);
}

void glosse_terminal_close(void) {
    if (screen == NULL) return;
    give_back();
    delwin(keys);
    delscreen(screen);
    screen = NULL;
    close_files();
    restore_stderr();
    glosse_signals_release();
}

int glosse_terminal_colors(void) { return color_count; }

// The parameters have other names than in the header, because term.h makes `columns` a macro.
void glosse_terminal_resize(int *row_count, int *column_count) {
    struct winsize size;
    // A line without a size, such as a serial one, keeps what its description says.
    if (ioctl(rescue.tty, TIOCGWINSZ, &size) == 0 && size.ws_row > 0 && size.ws_col > 0) {
        resizeterm(size.ws_row, size.ws_col);
    }
    *row_count = getmaxy(stdscr);
    *column_count = getmaxx(stdscr);
}

int glosse_terminal_pair(int foreground, int background) {
    if (color_count == 0) return 0;
    if (foreground < 0 && !has_default_colors) foreground = COLOR_WHITE;
    if (background < 0 && !has_default_colors) background = COLOR_BLACK;
    int pair = alloc_pair(foreground, background);
    return pair < 0 ? 0 : pair;
}

static attr_t attributes_of(int bits) {
    attr_t attributes = A_NORMAL;
    if (bits & GLOSSE_BOLD) attributes |= A_BOLD;
    if (bits & GLOSSE_DIM) attributes |= A_DIM;
    if (bits & GLOSSE_ITALIC) attributes |= A_ITALIC;
    if (bits & GLOSSE_UNDERLINE) attributes |= A_UNDERLINE;
    if (bits & GLOSSE_REVERSE) attributes |= A_REVERSE;
    return attributes;
}

static void put(int row, int column, const wchar_t *text, struct glosse_cell cell) {
    cchar_t character;
    if (setcchar(&character, text, attributes_of(cell.attributes), 0, &cell.pair) == OK) {
        mvwadd_wchnstr(stdscr, row, column, &character, 1);
    }
}

void glosse_terminal_put(int row, int column, struct glosse_cell cell) {
    wchar_t text[CCHARW_MAX + 1];
    int count = 0;
    for (int i = 0; i < cell.count && count < CCHARW_MAX; i++) {
        wchar_t scalar = (wchar_t)cell.scalars[i];
        if (wcwidth(scalar) == (i == 0 ? cell.width : 0)) {
            text[count++] = scalar;
        } else if (i == 0) {
            // A character that this C library does not know, or not as wide.
            wchar_t replacement[2] = {wcwidth(0xFFFD) == 1 ? 0xFFFD : L'?', L'\0'};
            put(row, column, replacement, cell);
            if (cell.width == 2) put(row, column + 1, L" ", cell);
            return;
        }
    }
    text[count] = L'\0';
    put(row, column, count == 0 ? L" " : text, cell);
}

void glosse_terminal_show(int row, int column) {
    leaveok(stdscr, row < 0);
    curs_set(row < 0 ? 0 : 1);
    if (row >= 0) wmove(stdscr, row, column);
    wrefresh(stdscr);
}

void glosse_terminal_bell(void) { beep(); }

int glosse_terminal_read(void) {
    int code;
    // resizeterm() puts KEY_RESIZE among the keys; the signal has told of it already.
    do code = wgetch(keys);
    while (code == KEY_RESIZE);
    return code == ERR ? -1 : code;
}

int glosse_terminal_read_byte(void) {
    // ncurses reads byte by byte and holds none between two keys.
    struct pollfd tty = {.fd = rescue.tty, .events = POLLIN};
    unsigned char byte;
    if (poll(&tty, 1, 0) <= 0 || !(tty.revents & POLLIN)) return -1;
    return read(rescue.tty, &byte, 1) == 1 ? byte : -1;
}

void glosse_terminal_define_key(const char *sequence, int code) { define_key(sequence, code); }

int glosse_terminal_key_code(const char *sequence) { return key_defined(sequence); }

const char *glosse_terminal_key_name(int code) { return keyname(code); }

int glosse_terminal_wait(int milliseconds) {
    struct pollfd sources[2] = {
        {.fd = rescue.tty, .events = POLLIN},
        {.fd = glosse_signals_pipe(), .events = POLLIN},
    };
    int ready = poll(sources, 2, milliseconds);
    if (ready <= 0) return ready;
    if (sources[0].revents & (POLLHUP | POLLERR | POLLNVAL)) glosse_signals_hang_up();
    glosse_signals_drain();
    return ready;
}

void glosse_terminal_resume(void) {
    reset_prog_mode();
    send_all(modes_on);
    clearok(curscr, TRUE);
    wrefresh(stdscr);
}

void glosse_terminal_stop(void) {
    give_back();
    glosse_signals_stop();
    glosse_signals_set_rescue(&rescue);
    glosse_terminal_resume();
}
