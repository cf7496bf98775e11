// Where bytes lie that the program reads in place.
#ifndef GLOSSE_IN_PLACE_H
#define GLOSSE_IN_PLACE_H

// A section of their own keeps linkers from mixing these bytes with those that the program writes.
#ifdef __ELF__
#define IN_PLACE __attribute__((section("glosse_models"), aligned(64)))
#else
#define IN_PLACE _Alignas(64)
#endif

#endif
