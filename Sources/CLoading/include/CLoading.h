#ifndef CLOADING_H
#define CLOADING_H

// Shared libraries that are loaded when they are first needed, so that no start pays for them and none has to be there.

// A function or datum of a library, and the pointer that is to hold its address.
typedef struct {
    void *function;
    const char *name;
} cloading_function;

// Loads the first of these libraries that is there with all the functions. Both lists end with a name that is NULL.
//
// Returns the library, as dlsym knows it, or NULL where there is none. It stays loaded for good.
void *cloading_open(const char *const *libraries, const cloading_function *functions);

#endif
