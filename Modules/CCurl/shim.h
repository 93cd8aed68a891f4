#ifndef CCURL_SHIM_H
#define CCURL_SHIM_H

// For types and constants. The libraries are not linked: they are loaded with dlopen on first use.
// The old masks of protocols are still needed for old libraries, the checks of types are macros.
#define CURL_DISABLE_DEPRECATION
#define CURL_DISABLE_TYPECHECK
#include <curl/curl.h>

// curl_easy_setopt, curl_easy_getinfo and curl_share_setopt take variable arguments, which Swift
// cannot pass. Each of these takes the function as dlsym found it, and passes one kind of argument.
typedef CURLcode (*ccurl_variadic)(CURL *, int, ...);
typedef CURLSHcode (*ccurl_share_variadic)(CURLSH *, CURLSHoption, ...);

static inline CURLcode ccurl_set_long(void *function, CURL *handle, CURLoption option, long value) {
  return ((ccurl_variadic)function)(handle, option, value);
}
static inline CURLcode ccurl_set_pointer(void *function, CURL *handle, CURLoption option,
                                         const void *value) {
  return ((ccurl_variadic)function)(handle, option, value);
}
static inline CURLcode ccurl_set_write(void *function, CURL *handle, CURLoption option,
                                       curl_write_callback value) {
  return ((ccurl_variadic)function)(handle, option, value);
}
static inline CURLcode ccurl_set_opensocket(void *function, CURL *handle,
                                            curl_opensocket_callback value) {
  return ((ccurl_variadic)function)(handle, CURLOPT_OPENSOCKETFUNCTION, value);
}
static inline CURLcode ccurl_set_debug(void *function, CURL *handle, curl_debug_callback value) {
  return ((ccurl_variadic)function)(handle, CURLOPT_DEBUGFUNCTION, value);
}
static inline CURLcode ccurl_get_long(void *function, CURL *handle, CURLINFO info, long *value) {
  return ((ccurl_variadic)function)(handle, info, value);
}
static inline CURLcode ccurl_get_offset(void *function, CURL *handle, CURLINFO info,
                                        curl_off_t *value) {
  return ((ccurl_variadic)function)(handle, info, value);
}

static inline CURLSHcode ccurl_share_kind(void *function, CURLSH *share, curl_lock_data kind) {
  return ((ccurl_share_variadic)function)(share, CURLSHOPT_SHARE, kind);
}
static inline CURLSHcode ccurl_share_locks(void *function, CURLSH *share, curl_lock_function lock,
                                           curl_unlock_function unlock, void *context) {
  ccurl_share_variadic set = (ccurl_share_variadic)function;
  CURLSHcode code = set(share, CURLSHOPT_LOCKFUNC, lock);
  if (code == CURLSHE_OK) code = set(share, CURLSHOPT_UNLOCKFUNC, unlock);
  return code == CURLSHE_OK ? set(share, CURLSHOPT_USERDATA, context) : code;
}

/// The address that a socket is wanted for; it is longer than the member it begins in.
static inline const struct sockaddr *ccurl_socket_address(const struct curl_sockaddr *wanted) {
  return &wanted->addr;
}

#endif
