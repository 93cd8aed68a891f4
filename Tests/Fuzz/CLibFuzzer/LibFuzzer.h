#pragma once
#include <stddef.h>
#include <stdint.h>

// The entry to libFuzzer for a program that brings its own main; -sanitize=fuzzer links it.
int LLVMFuzzerRunDriver(
    int *argc, char ***argv, int (*one_input)(const uint8_t *data, size_t size));
