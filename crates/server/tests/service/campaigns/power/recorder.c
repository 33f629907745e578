/*
 * Notes every write to a database file, and every time it was made durable, in the order in which they
 * happened. Loaded into the service before the C library (LD_PRELOAD); what it notes goes to the file
 * that KEYHOLDER_TEST_RECORD names.
 *
 *   byte      1   'W' written, 'T' cut to a length, 'S' made durable
 *   byte      2   0 the database, 1 its journal
 *   bytes  3-10   where (for T: the length), little end first
 *   bytes 11-14   how many bytes follow, little end first
 *
 * A note is made before the call returns, and under one lock with the call itself: whoever saw an answer
 * finds everything that happened before it.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

#define MOST 4096
static signed char kind_of[MOST]; /* 0 none, 1 the database, 2 its journal */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static int record = -1;

static int ends_with(const char *text, const char *end)
{
    size_t a = strlen(text), b = strlen(end);
    return a >= b && strcmp(text + a - b, end) == 0;
}

static void opened(int fd, const char *path)
{
    if (fd < 0 || fd >= MOST || path == NULL)
        return;
    kind_of[fd] = ends_with(path, ".db") ? 1 : ends_with(path, ".db-wal") ? 2 : 0;
}

static int kind(int fd)
{
    return fd >= 0 && fd < MOST ? kind_of[fd] : 0;
}

static void put(const void *bytes, size_t count)
{
    const char *from = bytes;
    while (count > 0) {
        long done = syscall(SYS_write, record, from, count);
        if (done <= 0)
            abort();
        from += done;
        count -= (size_t)done;
    }
}

static void note(char what, int file, uint64_t where, const void *bytes, uint32_t count)
{
    unsigned char head[14] = {(unsigned char)what, (unsigned char)(file - 1)};
    if (record < 0) {
        const char *path = getenv("KEYHOLDER_TEST_RECORD");
        record = (int)syscall(SYS_openat, AT_FDCWD, path, O_WRONLY | O_APPEND | O_CREAT | O_CLOEXEC, 0600);
        if (record < 0)
            abort();
    }
    for (int i = 0; i < 8; i++)
        head[2 + i] = (unsigned char)(where >> (8 * i));
    for (int i = 0; i < 4; i++)
        head[10 + i] = (unsigned char)(count >> (8 * i));
    put(head, sizeof head);
    put(bytes, count);
}

#define REAL(name) static __typeof__(&name) real; if (!real) real = (__typeof__(&name))dlsym(RTLD_NEXT, #name)

#define OPEN(name)                                                             \
    int name(const char *path, int flags, ...)                                 \
    {                                                                          \
        REAL(name);                                                            \
        va_list rest;                                                          \
        va_start(rest, flags);                                                 \
        mode_t mode = va_arg(rest, mode_t);                                    \
        va_end(rest);                                                          \
        int fd = real(path, flags, mode);                                      \
        opened(fd, path);                                                      \
        return fd;                                                             \
    }
OPEN(open)
OPEN(open64)

#define OPENAT(name)                                                           \
    int name(int folder, const char *path, int flags, ...)                     \
    {                                                                          \
        REAL(name);                                                            \
        va_list rest;                                                          \
        va_start(rest, flags);                                                 \
        mode_t mode = va_arg(rest, mode_t);                                    \
        va_end(rest);                                                          \
        int fd = real(folder, path, flags, mode);                              \
        opened(fd, path);                                                      \
        return fd;                                                             \
    }
OPENAT(openat)
OPENAT(openat64)

int close(int fd)
{
    REAL(close);
    if (kind(fd))
        kind_of[fd] = 0;
    return real(fd);
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    REAL(write);
    if (!kind(fd))
        return real(fd, bytes, count);
    pthread_mutex_lock(&lock);
    off64_t where = lseek64(fd, 0, SEEK_CUR);
    ssize_t done = real(fd, bytes, count);
    if (done > 0)
        note('W', kind(fd), (uint64_t)where, bytes, (uint32_t)done);
    pthread_mutex_unlock(&lock);
    return done;
}

#define PWRITE(name, offset)                                                   \
    ssize_t name(int fd, const void *bytes, size_t count, offset where)        \
    {                                                                          \
        REAL(name);                                                            \
        if (!kind(fd))                                                         \
            return real(fd, bytes, count, where);                              \
        pthread_mutex_lock(&lock);                                             \
        ssize_t done = real(fd, bytes, count, where);                          \
        if (done > 0)                                                          \
            note('W', kind(fd), (uint64_t)where, bytes, (uint32_t)done);       \
        pthread_mutex_unlock(&lock);                                           \
        return done;                                                           \
    }
PWRITE(pwrite, off_t)
PWRITE(pwrite64, off64_t)

#define CUT(name, offset)                                                      \
    int name(int fd, offset length)                                            \
    {                                                                          \
        REAL(name);                                                            \
        if (!kind(fd))                                                         \
            return real(fd, length);                                           \
        pthread_mutex_lock(&lock);                                             \
        int done = real(fd, length);                                           \
        if (done == 0)                                                         \
            note('T', kind(fd), (uint64_t)length, "", 0);                      \
        pthread_mutex_unlock(&lock);                                           \
        return done;                                                           \
    }
CUT(ftruncate, off_t)
CUT(ftruncate64, off64_t)

#define SYNC(name)                                                             \
    int name(int fd)                                                           \
    {                                                                          \
        REAL(name);                                                            \
        if (!kind(fd))                                                         \
            return real(fd);                                                   \
        pthread_mutex_lock(&lock);                                             \
        int done = real(fd);                                                   \
        if (done == 0)                                                         \
            note('S', kind(fd), 0, "", 0);                                     \
        pthread_mutex_unlock(&lock);                                           \
        return done;                                                           \
    }
SYNC(fsync)
SYNC(fdatasync)
