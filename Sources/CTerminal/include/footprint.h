// The memory that a reader holds while it waits for keys.
#ifndef GLOSSE_FOOTPRINT_H
#define GLOSSE_FOOTPRINT_H

// One heap for all threads, and large blocks go back to the system when they are freed. Call it before any thread starts.
void glosse_footprint_limit(void);

// Gives back free heap and the pages of code and models that lie in files; what is needed again is mapped again.
void glosse_footprint_shrink(void);

#endif
