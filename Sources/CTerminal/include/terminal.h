#ifndef GLOSSE_TERMINAL_H
#define GLOSSE_TERMINAL_H
int glosse_terminal_version(void);
#endif
