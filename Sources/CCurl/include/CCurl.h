#ifndef CCURL_H
#define CCURL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The seam to libcurl, without its types: an address goes in, the bytes that the server sends come out.
//
// Only HTTP and HTTPS are spoken. Every address that a name stands for is shown to `accepts` before it is connected
// to, at each redirect anew, so that no trick of names leads where the caller does not want to go. Proxies of the
// environment are not used: what lies behind them could not be checked.

typedef struct {
    const char *url, *agent, *accept;
    long connect_milliseconds, milliseconds;
    long redirects;
    size_t byte_limit;
    // 4 bytes of IPv4 or 16 of IPv6.
    bool (*accepts)(const uint8_t *address, size_t count, void *context);
    void *context;
} ccurl_request;

enum { CCURL_OK, CCURL_MISSING, CCURL_REFUSED, CCURL_LARGE, CCURL_SLOW, CCURL_REDIRECTS, CCURL_FAILED };

typedef struct {
    int outcome;
    long status;
    uint8_t *bytes;
    size_t count;
    // Where redirects have led, and what the server calls the content; NULL when unknown.
    char *url, *content_type;
    // What went wrong, or the address that was refused.
    char message[256];
} ccurl_response;

// Waits until all has come; free what it gives in any case.
ccurl_response ccurl_get(const ccurl_request *request);
void ccurl_free(ccurl_response response);

#endif
