#define _GNU_SOURCE
#include "signals.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdatomic.h>
#include <unistd.h>

#include "terminal.h"

static int wake_pipe[2] = {-1, -1};
static atomic_int requests;
static _Atomic(const struct glosse_rescue *) rescue;

int glosse_signals_prepare(void) {
    return wake_pipe[0] >= 0 ? 0 : pipe2(wake_pipe, O_CLOEXEC | O_NONBLOCK);
}

int glosse_signals_pipe(void) { return wake_pipe[0]; }

void glosse_signals_drain(void) {
    char bytes[64];
    while (read(wake_pipe[0], bytes, sizeof bytes) > 0) {
    }
}

void glosse_terminal_wake(void) {
    // A full pipe wakes as well.
    if (wake_pipe[1] >= 0 && write(wake_pipe[1], "", 1) < 0) return;
}

static void request(int bit) {
    atomic_fetch_or(&requests, bit);
    glosse_terminal_wake();
}

int glosse_terminal_requests(void) { return atomic_exchange(&requests, 0); }

void glosse_signals_hang_up(void) { atomic_fetch_or(&requests, GLOSSE_REQUEST_TERMINATE); }

static void on_request(int number) {
    int saved = errno;
    request(number == SIGWINCH  ? GLOSSE_REQUEST_RESIZE
            : number == SIGTSTP ? GLOSSE_REQUEST_STOP
            : number == SIGCONT ? GLOSSE_REQUEST_RESUME | GLOSSE_REQUEST_RESIZE
                                : GLOSSE_REQUEST_TERMINATE);
    errno = saved;
}

void glosse_terminal_request_stop(void) { kill(0, SIGTSTP); }

// Restores the terminal with async-signal-safe calls only, then does what would have been done without us: Swift's
// handler prints its backtrace.
static void on_crash(int number, siginfo_t *info, void *context);

static struct {
    int number;
    struct sigaction before;
    int is_caught;
} caught[] = {
    {.number = SIGWINCH}, {.number = SIGTSTP}, {.number = SIGTERM}, {.number = SIGHUP},
    {.number = SIGINT},   {.number = SIGSEGV}, {.number = SIGILL},  {.number = SIGABRT},
    {.number = SIGBUS},   {.number = SIGFPE},  {.number = SIGTRAP}, {.number = SIGCONT},
    {.number = SIGQUIT},  {.number = SIGSYS},
};
enum { CAUGHT = sizeof caught / sizeof caught[0] };

static int is_crash(int number) {
    return number == SIGSEGV || number == SIGILL || number == SIGABRT || number == SIGBUS || number == SIGFPE ||
           number == SIGTRAP || number == SIGQUIT || number == SIGSYS;
}

static void on_crash(int number, siginfo_t *info, void *context) {
    const struct glosse_rescue *work = atomic_exchange(&rescue, NULL);
    if (work != NULL) {
        for (size_t sent = 0; sent < work->length;) {
            ssize_t count = write(work->tty, work->sequence + sent, work->length - sent);
            if (count <= 0) break;
            sent += (size_t)count;
        }
        tcsetattr(work->tty, TCSANOW, &work->modes);
        if (work->stderr_copy >= 0) dup2(work->stderr_copy, STDERR_FILENO);
    }
    struct sigaction before = {.sa_handler = SIG_DFL};
    for (int i = 0; i < CAUGHT; i++) {
        if (caught[i].number == number) before = caught[i].before;
    }
    if (before.sa_flags & SA_SIGINFO) {
        before.sa_sigaction(number, info, context);
    } else if (before.sa_handler != SIG_DFL && before.sa_handler != SIG_IGN) {
        before.sa_handler(number);
    }
    // Nothing is blocked here (SA_NODEFER), so this ends the process at once.
    struct sigaction fatal = {.sa_handler = SIG_DFL};
    sigaction(number, &fatal, NULL);
    raise(number);
}

void glosse_signals_set_rescue(const struct glosse_rescue *work) { atomic_store(&rescue, work); }

void glosse_signals_catch(void) {
    for (int i = 0; i < CAUGHT; i++) {
        int number = caught[i].number;
        struct sigaction now;
        if (sigaction(number, NULL, &now) != 0) continue;
        if (!caught[i].is_caught) {
            // A shell without job control and nohup ignore signals on purpose.
            if (!(now.sa_flags & SA_SIGINFO) && now.sa_handler == SIG_IGN && number != SIGWINCH) continue;
            caught[i].before = now;
            caught[i].is_caught = 1;
        }
        struct sigaction action = {0};
        sigemptyset(&action.sa_mask);
        if (is_crash(number)) {
            action.sa_sigaction = on_crash;
            // The program that prints Swift's backtrace is started from here and inherits what is blocked: a crash signal
            // among it would keep that program from ending.
            action.sa_flags = SA_SIGINFO | SA_ONSTACK | SA_NODEFER;
        } else {
            action.sa_handler = on_request;
            action.sa_flags = SA_RESTART;
        }
        sigaction(number, &action, NULL);
    }
}

void glosse_signals_release(void) {
    for (int i = 0; i < CAUGHT; i++) {
        if (!caught[i].is_caught) continue;
        sigaction(caught[i].number, &caught[i].before, NULL);
        caught[i].is_caught = 0;
    }
    atomic_store(&requests, 0);
}

void glosse_signals_stop(void) {
    struct sigaction stop = {.sa_handler = SIG_DFL};
    struct sigaction ours;
    sigemptyset(&stop.sa_mask);
    sigaction(SIGTSTP, &stop, &ours);
    raise(SIGTSTP);
    sigaction(SIGTSTP, &ours, NULL);
    atomic_fetch_and(&requests, ~(GLOSSE_REQUEST_STOP | GLOSSE_REQUEST_RESUME));
    // The size may have changed meanwhile, and nobody tells a stopped process.
    request(GLOSSE_REQUEST_RESIZE);
}
