// The memory of the program `doctree`, on Linux.
//
// A build makes millions of small objects on each thread, which often end on another one. glibc keeps
// seven freed blocks of a size at hand and merges and splits the others under a lock; here a thread
// keeps its own, and hands them on by the batch. The memory is asked for in huge pages, as a site's
// trees take some hundred MB: clearing 4 KB at a time is a tenth of a build's time otherwise.
//
// Memory that was freed is used again for blocks of the same size only, and goes back to the system
// when the program ends, but for what is larger than a megabyte.

#define _GNU_SOURCE
#include "include/allocator.h"

#ifdef __has_feature
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
#define SANITIZED
#endif
#endif

#if defined(__linux__) && defined(__LP64__) && !defined(SANITIZED)

#include <errno.h>
#include <malloc.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// A block is a word that says what it is, then its bytes, which lie at a multiple of 16. The lowest
// byte of the word is the class of sizes, or one of these, with a number above it.
enum {
  SMALL_CLASSES = 63,                 // 32, 48 … 1,024 bytes with the word
  CLASSES = SMALL_CLASSES + 4 * 10,   // four to each doubling, up to 1 MiB
  SHIFTED = 254,                      // the number: how far back the block lies that this is in
  MAPPED = 255,                       // the number: how many bytes were mapped for it
};
static const size_t WORD = sizeof(uint64_t);
static const size_t LARGEST = 1 << 20;
static const size_t CHUNK = (512 << 10) - 16;
static const size_t HUGE = 2 << 20;
static const size_t FIRST_REGION = 4 << 20;
static const size_t REGION = 32 << 20;

// What is in a block that is free.
typedef struct block {
  struct block *next;
  // Of the first one of a batch: the batch behind it, and how many blocks it has.
  struct block *next_batch;
  size_t count;
} block;

// The free blocks of a class that a thread keeps: fewer than a batch, and perhaps a batch.
typedef struct {
  block *first;
  size_t count;
  block *spare;
} store;

#define THREAD_LOCAL static _Thread_local __attribute__((tls_model("initial-exec")))
THREAD_LOCAL store stores[CLASSES];
// The part of this thread's chunk that was never used.
THREAD_LOCAL char *chunk, *chunk_end;
THREAD_LOCAL int is_known;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
// All behind the lock: the batches that no thread keeps, and what was never used.
static block *batches[CLASSES];
static char *region, *region_end;
static int has_region;

static pthread_key_t key;
static pthread_once_t once = PTHREAD_ONCE_INIT;

static inline uint64_t *word(void *bytes) { return (uint64_t *)bytes - 1; }

static inline size_t whole(size_t size) {
  size_t result = (size + WORD + 15) & ~(size_t)15;
  return result < 32 ? 32 : result;
}

// The class of blocks that have `size` bytes with the word, which is a multiple of 16.
static inline unsigned class_of(size_t size) {
  if (size <= 1024) return (unsigned)(size >> 4) - 2;
  unsigned shift = 63 - (unsigned)__builtin_clzl(size - 1);
  return SMALL_CLASSES + (shift - 10) * 4 + ((size - 1) >> (shift - 2) & 3);
}

static inline size_t size_of(unsigned class) {
  if (class < SMALL_CLASSES) return ((size_t)class + 2) << 4;
  unsigned shift = 10 + (class - SMALL_CLASSES) / 4;
  return ((size_t)1 << shift) + ((size_t)((class - SMALL_CLASSES) % 4 + 1) << (shift - 2));
}

// How many blocks of a class are handed on together.
static const uint8_t BATCH[CLASSES] = {
    [0 ... SMALL_CLASSES - 1] = 32,
    [SMALL_CLASSES ... SMALL_CLASSES + 11] = 8,
    [SMALL_CLASSES + 12 ... SMALL_CLASSES + 23] = 2,
    [SMALL_CLASSES + 24 ... CLASSES - 1] = 1,
};

static void *out_of_memory(void) {
  errno = ENOMEM;
  return NULL;
}

static void hand_on(unsigned class, block *first, size_t count) {
  first->count = count;
  first->next_batch = batches[class];
  batches[class] = first;
}

// A thread that ends leaves its blocks to the others.
static void leave(void *unused) {
  (void)unused;
  pthread_mutex_lock(&lock);
  for (unsigned class = 0; class < CLASSES; class++) {
    store *s = &stores[class];
    if (s->first != NULL) hand_on(class, s->first, s->count);
    if (s->spare != NULL) hand_on(class, s->spare, BATCH[class]);
    *s = (store){NULL, 0, NULL};
  }
  pthread_mutex_unlock(&lock);
  is_known = 0;
}

static void make_key(void) {
  if (pthread_key_create(&key, leave) != 0) abort();
}

static void introduce(void) {
  is_known = 1;
  pthread_once(&once, make_key);
  pthread_setspecific(key, &key);
}

// Takes `size` bytes that were never used; called with the lock.
static char *take(size_t size) {
  if ((size_t)(region_end - region) < size) {
    // Short programs must not have whole huge pages cleared.
    size_t wanted = has_region ? REGION : FIRST_REGION;
    char *start = mmap(NULL, wanted + HUGE, PROT_READ | PROT_WRITE,
                       MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
    if (start == MAP_FAILED) return NULL;
    char *aligned = (char *)(((uintptr_t)start + HUGE - 1) & ~(uintptr_t)(HUGE - 1));
    if (aligned > start) munmap(start, (size_t)(aligned - start));
    munmap(aligned + wanted, (size_t)(start + HUGE - aligned));
    if (has_region) madvise(aligned, wanted, MADV_HUGEPAGE);
    has_region = 1;
    // So that the bytes behind a block's word lie at multiples of 16.
    region = aligned + WORD;
    region_end = aligned + wanted;
  }
  char *result = region;
  region += size;
  return result;
}

// A block of a class of which the thread has none at hand.
static __attribute__((noinline)) void *find(unsigned class) {
  store *s = &stores[class];
  if (s->spare != NULL) {
    s->first = s->spare;
    s->count = BATCH[class];
    s->spare = NULL;
  } else {
    if (!is_known) introduce();
    size_t size = size_of(class);
    int is_large = size > CHUNK / 16;
    char *made = NULL;
    if (is_large || batches[class] != NULL || (size_t)(chunk_end - chunk) < size) {
      pthread_mutex_lock(&lock);
      block *batch = batches[class];
      if (batch != NULL) {
        batches[class] = batch->next_batch;
        s->first = batch;
        s->count = batch->count;
      } else if (is_large) {
        made = take(size);
      } else if ((chunk = take(CHUNK)) != NULL) {
        chunk_end = chunk + CHUNK;
      } else {
        chunk_end = NULL;
      }
      pthread_mutex_unlock(&lock);
    }
    if (s->first == NULL) {
      if (made == NULL && (size_t)(chunk_end - chunk) >= size) {
        made = chunk;
        chunk += size;
      }
      if (made == NULL) return out_of_memory();
      *(uint64_t *)made = class;
      return made + WORD;
    }
  }
  block *b = s->first;
  s->first = b->next;
  s->count--;
  return b;
}

// Blocks of their own, which begin a page.
static void *map(size_t size) {
  size_t needed = (size + 16 + 4095) & ~(size_t)4095;
  if (needed < size || needed > PTRDIFF_MAX) return out_of_memory();
  char *start = mmap(NULL, needed, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (start == MAP_FAILED) return out_of_memory();
  *word(start + 16) = MAPPED | (uint64_t)needed << 8;
  return start + 16;
}

static inline __attribute__((always_inline)) void *allocate(size_t size) {
  if (size > LARGEST - WORD) return map(size);
  unsigned class = class_of(whole(size));
  store *s = &stores[class];
  block *b = s->first;
  if (b == NULL) return find(class);
  s->first = b->next;
  s->count--;
  return b;
}

static __attribute__((noinline)) void hand_on_batch(unsigned class) {
  store *s = &stores[class];
  if (!is_known) introduce();
  if (s->spare != NULL) {
    pthread_mutex_lock(&lock);
    hand_on(class, s->spare, s->count);
    pthread_mutex_unlock(&lock);
  }
  s->spare = s->first;
  s->first = NULL;
  s->count = 0;
}

static __attribute__((noinline)) void release_other(char *bytes, uint64_t word_of_it);

static inline __attribute__((always_inline)) void release(void *bytes) {
  uint64_t kind = *word(bytes);
  if (kind >= CLASSES) return release_other(bytes, kind);
  store *s = &stores[kind];
  block *b = bytes;
  b->next = s->first;
  s->first = b;
  if (++s->count == BATCH[kind]) hand_on_batch((unsigned)kind);
}

static void release_other(char *bytes, uint64_t kind) {
  if ((kind & 255) == SHIFTED) {
    free(bytes - (kind >> 8));
  } else {
    munmap(bytes - 16, kind >> 8);
  }
}

// How many bytes may be used from `bytes` on.
static size_t usable(char *bytes) {
  uint64_t kind = *word(bytes);
  size_t number = kind >> 8;
  switch (kind & 255) {
    case SHIFTED: return usable(bytes - number) - number;
    case MAPPED: return number - 16;
    default: return size_of((unsigned)kind) - WORD;
  }
}

static void *allocate_at(size_t alignment, size_t size) {
  if (alignment <= 16) return allocate(size);
  if (size > PTRDIFF_MAX - alignment) return out_of_memory();
  char *bytes = allocate(size + alignment);
  if (bytes == NULL) return NULL;
  char *shifted = (char *)(((uintptr_t)bytes + alignment - 1) & ~(uintptr_t)(alignment - 1));
  if (shifted > bytes) *word(shifted) = SHIFTED | (uint64_t)(shifted - bytes) << 8;
  return shifted;
}

static int is_power_of_two(size_t number) { return number != 0 && (number & (number - 1)) == 0; }

void *malloc(size_t size) { return allocate(size); }

void free(void *bytes) {
  if (bytes != NULL) release(bytes);
}

void *calloc(size_t count, size_t size) {
  size_t needed;
  if (__builtin_mul_overflow(count, size, &needed)) return out_of_memory();
  void *bytes = allocate(needed);
  // What was mapped for one block is zero.
  if (bytes != NULL && needed <= LARGEST - WORD) memset(bytes, 0, needed);
  return bytes;
}

void *realloc(void *old, size_t size) {
  if (old == NULL) return allocate(size);
  if (size == 0) {
    release(old);
    return NULL;
  }
  uint64_t kind = *word(old);
  size_t had = usable(old);
  if ((kind & 255) == MAPPED && size > LARGEST && size < PTRDIFF_MAX - 8192) {
    size_t needed = (size + 16 + 4095) & ~(size_t)4095;
    char *start = mremap((char *)old - 16, kind >> 8, needed, MREMAP_MAYMOVE);
    if (start == MAP_FAILED) return out_of_memory();
    *word(start + 16) = MAPPED | (uint64_t)needed << 8;
    return start + 16;
  }
  if (size <= had && size >= had / 2) return old;
  void *new = allocate(size);
  if (new == NULL) return NULL;
  memcpy(new, old, size < had ? size : had);
  release(old);
  return new;
}

size_t malloc_usable_size(void *bytes) { return bytes == NULL ? 0 : usable(bytes); }

int posix_memalign(void **result, size_t alignment, size_t size) {
  if (!is_power_of_two(alignment) || alignment % sizeof(void *) != 0) return EINVAL;
  int old = errno;
  void *bytes = allocate_at(alignment, size);
  errno = old;
  if (bytes == NULL) return ENOMEM;
  *result = bytes;
  return 0;
}

void *memalign(size_t alignment, size_t size) {
  if (is_power_of_two(alignment)) return allocate_at(alignment, size);
  errno = EINVAL;
  return NULL;
}

void *aligned_alloc(size_t alignment, size_t size) { return memalign(alignment, size); }
void *valloc(size_t size) { return allocate_at(4096, size); }
void *pvalloc(size_t size) { return allocate_at(4096, (size + 4095) & ~(size_t)4095); }

#endif
