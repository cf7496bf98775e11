#include "terminal.h"
#include <ncursesw/curses.h>
int glosse_terminal_version(void) { return NCURSES_VERSION_PATCH; }
