#ifndef CZLIB_SHIM_H
#define CZLIB_SHIM_H

// Declared here so that zlib's headers are not needed; the library is loaded with dlopen on first use.

/// zlib's z_stream, the same since version 1.0.
struct czlib_stream {
  const unsigned char *next_in;
  unsigned int avail_in;
  unsigned long total_in;
  unsigned char *next_out;
  unsigned int avail_out;
  unsigned long total_out;
  const char *message;
  void *state;
  void *allocate;
  void *release;
  void *opaque;
  int data_type;
  unsigned long adler;
  unsigned long reserved;
};

#endif
