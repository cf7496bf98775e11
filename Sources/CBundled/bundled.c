// Sample articles and themes inside the binary, so that it runs without any file beside it. A new file is three lines
// and one entry here; a test compares the folders with the tables.

#include "bundled.h"

// #embed is C23; the compiler of the Swift toolchain takes it in every mode but says so each time.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char drehbruecke_text[] = {
#embed "samples/drehbruecke.txt"
};
static const unsigned char ferries_text[] = {
#embed "samples/ferries.txt"
};
static const unsigned char grundwasser_text[] = {
#embed "samples/grundwasser.txt"
};
static const unsigned char nachtzug_text[] = {
#embed "samples/nachtzug.txt"
};
static const unsigned char pokal_text[] = {
#embed "samples/pokal.txt"
};
static const unsigned char shuchuan_text[] = {
#embed "samples/shuchuan.txt"
};
static const unsigned char speicherwerk_text[] = {
#embed "samples/speicherwerk.txt"
};
static const unsigned char suq_text[] = {
#embed "samples/suq.txt"
};
static const unsigned char tidemeter_text[] = {
#embed "samples/tidemeter.txt"
};

static const unsigned char colour_blind_theme[] = {
#embed "../../themes/colour-blind.theme"
};
static const unsigned char dark_theme[] = {
#embed "../../themes/dark.theme"
};
static const unsigned char dusk_theme[] = {
#embed "../../themes/dusk.theme"
};
static const unsigned char high_contrast_theme[] = {
#embed "../../themes/high-contrast.theme"
};
static const unsigned char light_theme[] = {
#embed "../../themes/light.theme"
};
static const unsigned char monochrome_theme[] = {
#embed "../../themes/monochrome.theme"
};
static const unsigned char paper_theme[] = {
#embed "../../themes/paper.theme"
};
static const unsigned char solarized_dark_theme[] = {
#embed "../../themes/solarized-dark.theme"
};
static const unsigned char solarized_light_theme[] = {
#embed "../../themes/solarized-light.theme"
};

#define FILE_ENTRY(name, bytes) {name, bytes, sizeof bytes}

static const struct glosse_bundled_file samples[] = {
    FILE_ENTRY("drehbruecke.txt", drehbruecke_text),
    FILE_ENTRY("ferries.txt", ferries_text),
    FILE_ENTRY("grundwasser.txt", grundwasser_text),
    FILE_ENTRY("nachtzug.txt", nachtzug_text),
    FILE_ENTRY("pokal.txt", pokal_text),
    FILE_ENTRY("shuchuan.txt", shuchuan_text),
    FILE_ENTRY("speicherwerk.txt", speicherwerk_text),
    FILE_ENTRY("suq.txt", suq_text),
    FILE_ENTRY("tidemeter.txt", tidemeter_text),
};

static const struct glosse_bundled_file themes[] = {
    FILE_ENTRY("colour-blind", colour_blind_theme),
    FILE_ENTRY("dark", dark_theme),
    FILE_ENTRY("dusk", dusk_theme),
    FILE_ENTRY("high-contrast", high_contrast_theme),
    FILE_ENTRY("light", light_theme),
    FILE_ENTRY("monochrome", monochrome_theme),
    FILE_ENTRY("paper", paper_theme),
    FILE_ENTRY("solarized-dark", solarized_dark_theme),
    FILE_ENTRY("solarized-light", solarized_light_theme),
};

struct glosse_bundled_files glosse_bundled_samples(void) {
    return (struct glosse_bundled_files){samples, sizeof samples / sizeof *samples};
}

struct glosse_bundled_files glosse_bundled_themes(void) {
    return (struct glosse_bundled_files){themes, sizeof themes / sizeof *themes};
}
