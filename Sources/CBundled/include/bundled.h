#ifndef GLOSSE_BUNDLED_H
#define GLOSSE_BUNDLED_H

#include <stddef.h>

// A file that was compiled into the program. Its bytes live as long as the program and end in no NUL.
struct glosse_bundled_file {
    const char *name;
    const unsigned char *bytes;
    size_t length;
};

struct glosse_bundled_files {
    const struct glosse_bundled_file *files;
    size_t count;
};

// The sample articles, named as their files: `drehbruecke.txt`.
struct glosse_bundled_files glosse_bundled_samples(void);

// The themes, named as a person types them: `solarized-dark`.
struct glosse_bundled_files glosse_bundled_themes(void);

#endif
