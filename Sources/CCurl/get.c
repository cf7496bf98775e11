#define _GNU_SOURCE
#include "CCurl.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#if __has_include(<curl/curl.h>)

#include <CLoading.h>
#include <arpa/inet.h>
#include <curl/curl.h>
#include <netinet/in.h>
#include <pthread.h>
#include <sys/socket.h>
#include <unistd.h>

// libcurl is loaded when something is fetched for the first time: it brings TLS, LDAP and more along.
static const char *const LIBRARIES[] = {"libcurl.so.4", "libcurl-gnutls.so.4", NULL};

static struct {
    CURLcode (*global_init)(long);
    CURL *(*create)(void);
    CURLcode (*set)(CURL *, CURLoption, ...);
    CURLcode (*perform)(CURL *);
    CURLcode (*info)(CURL *, CURLINFO, ...);
    void (*free)(CURL *);
    const char *(*message)(CURLcode);
    struct curl_slist *(*append)(struct curl_slist *, const char *);
    void (*free_list)(struct curl_slist *);
    bool is_loaded;
} curl;

static void load(void) {
    const cloading_function functions[] = {
        {&curl.global_init, "curl_global_init"},
        {&curl.create, "curl_easy_init"},
        {&curl.set, "curl_easy_setopt"},
        {&curl.perform, "curl_easy_perform"},
        {&curl.info, "curl_easy_getinfo"},
        {&curl.free, "curl_easy_cleanup"},
        {&curl.message, "curl_easy_strerror"},
        {&curl.append, "curl_slist_append"},
        {&curl.free_list, "curl_slist_free_all"},
        {NULL, NULL},
    };
    curl.is_loaded =
        cloading_open(LIBRARIES, functions) != NULL && curl.global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK;
}

static pthread_once_t loading = PTHREAD_ONCE_INIT;

typedef struct {
    const ccurl_request *request;
    ccurl_response response;
    size_t capacity;
    bool is_refused, is_large;
} state;

static size_t take(char *bytes, size_t size, size_t count, void *context) {
    state *s = context;
    size_t length = size * count;
    if (length > s->request->byte_limit - s->response.count) {
        s->is_large = true;
        return 0;
    }
    if (s->response.count + length > s->capacity) {
        size_t capacity = (s->response.count + length) * 2 + 4096;
        uint8_t *larger = realloc(s->response.bytes, capacity);
        if (larger == NULL) return 0;
        s->response.bytes = larger;
        s->capacity = capacity;
    }
    if (length > 0) memcpy(s->response.bytes + s->response.count, bytes, length);
    s->response.count += length;
    return length;
}

// Opens no socket to an address that is not wanted: what connects is what was checked.
static curl_socket_t open_socket(void *context, curlsocktype purpose, struct curl_sockaddr *address) {
    (void)purpose;
    state *s = context;
    const uint8_t *bytes = NULL;
    size_t count = 0;
    if (address->family == AF_INET) {
        bytes = (const uint8_t *)&((const struct sockaddr_in *)&address->addr)->sin_addr;
        count = 4;
    } else if (address->family == AF_INET6) {
        bytes = (const uint8_t *)&((const struct sockaddr_in6 *)(const void *)&address->addr)->sin6_addr;
        count = 16;
    }
    if (bytes == NULL || !s->request->accepts(bytes, count, s->request->context)) {
        s->is_refused = true;
        char text[INET6_ADDRSTRLEN] = "an address of another kind";
        if (bytes != NULL) inet_ntop(address->family, bytes, text, sizeof text);
        snprintf(s->response.message, sizeof s->response.message, "%s", text);
        return CURL_SOCKET_BAD;
    }
    return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

static void set_options(CURL *handle, const ccurl_request *request, state *s, char *error) {
    curl.set(handle, CURLOPT_URL, request->url);
    curl.set(handle, CURLOPT_USERAGENT, request->agent);
    curl.set(handle, CURLOPT_ACCEPT_ENCODING, "");
    curl.set(handle, CURLOPT_PROXY, "");
    curl.set(handle, CURLOPT_NOSIGNAL, 1L);
    curl.set(handle, CURLOPT_FAILONERROR, 0L);
    curl.set(handle, CURLOPT_FOLLOWLOCATION, 1L);
    curl.set(handle, CURLOPT_MAXREDIRS, request->redirects);
#if LIBCURL_VERSION_NUM >= 0x075500
    curl.set(handle, CURLOPT_PROTOCOLS_STR, "http,https");
    curl.set(handle, CURLOPT_REDIR_PROTOCOLS_STR, "http,https");
#else
    curl.set(handle, CURLOPT_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
    curl.set(handle, CURLOPT_REDIR_PROTOCOLS, (long)(CURLPROTO_HTTP | CURLPROTO_HTTPS));
#endif
    curl.set(handle, CURLOPT_DISALLOW_USERNAME_IN_URL, 1L);
    curl.set(handle, CURLOPT_CONNECTTIMEOUT_MS, request->connect_milliseconds);
    curl.set(handle, CURLOPT_TIMEOUT_MS, request->milliseconds);
    curl.set(handle, CURLOPT_WRITEFUNCTION, take);
    curl.set(handle, CURLOPT_WRITEDATA, s);
    curl.set(handle, CURLOPT_OPENSOCKETFUNCTION, open_socket);
    curl.set(handle, CURLOPT_OPENSOCKETDATA, s);
    curl.set(handle, CURLOPT_ERRORBUFFER, error);
}

static char *copied(const char *string) { return string == NULL ? NULL : strdup(string); }

static int outcome(const state *s, CURLcode code) {
    if (s->is_large) return CCURL_LARGE;
    switch (code) {
    case CURLE_OK: return CCURL_OK;
    case CURLE_OPERATION_TIMEDOUT: return CCURL_SLOW;
    case CURLE_TOO_MANY_REDIRECTS: return CCURL_REDIRECTS;
    default: return s->is_refused ? CCURL_REFUSED : CCURL_FAILED;
    }
}

ccurl_response ccurl_get(const ccurl_request *request) {
    state s = {.request = request};
    pthread_once(&loading, load);
    CURL *handle = curl.is_loaded ? curl.create() : NULL;
    if (handle == NULL) {
        s.response.outcome = CCURL_MISSING;
        snprintf(
            s.response.message, sizeof s.response.message,
            "nothing can be fetched without libcurl; install the package libcurl4");
        return s.response;
    }
    char error[CURL_ERROR_SIZE] = "";
    set_options(handle, request, &s, error);
    struct curl_slist *headers = curl.append(NULL, request->accept);
    if (headers != NULL) curl.set(handle, CURLOPT_HTTPHEADER, headers);
    CURLcode code = curl.perform(handle);
    s.response.outcome = outcome(&s, code);
    const char *url = NULL, *type = NULL;
    curl.info(handle, CURLINFO_EFFECTIVE_URL, &url);
    curl.info(handle, CURLINFO_CONTENT_TYPE, &type);
    curl.info(handle, CURLINFO_RESPONSE_CODE, &s.response.status);
    s.response.url = copied(url);
    s.response.content_type = copied(type);
    if (s.response.outcome == CCURL_FAILED) {
        const char *message = error[0] != 0 ? error : curl.message(code);
        snprintf(s.response.message, sizeof s.response.message, "%s", message);
    }
    curl.free(handle);
    curl.free_list(headers);
    return s.response;
}

#else

// Built where libcurl's headers were not.
ccurl_response ccurl_get(const ccurl_request *request) {
    (void)request;
    ccurl_response response = {.outcome = CCURL_MISSING};
    snprintf(
        response.message, sizeof response.message,
        "this glosse was built without a client for the web; install libcurl4-openssl-dev and build it again");
    return response;
}

#endif

void ccurl_free(ccurl_response response) {
    free(response.bytes);
    free(response.url);
    free(response.content_type);
}
