#include "arena.h"

#include <pthread.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// A block is its size, then its bytes; both are multiples of 8. Chunks come zeroed from the system,
// and touch no memory that nobody asks for, so a new block needs no clearing.
typedef struct chunk {
  struct chunk *previous;
  char *end;
} chunk;

typedef struct arena {
  struct arena *outer;
  chunk *current;
  char *next;
  char *last;  // the block handed out last, or NULL
  size_t chunk_size;
} arena;

static _Thread_local arena *current_arena;

static const size_t FIRST_CHUNK = 256 * 1024;
static const size_t LARGEST_CHUNK = 8 * 1024 * 1024;

static void out_of_memory(void) {
  fputs("doctree: out of memory\n", stderr);
  abort();
}

// The chunk of the last arena of this thread, cleared: most texts need no other, and what the system
// gives anew it has to clear page by page.
static _Thread_local chunk *spare;
static pthread_key_t spare_key;
static pthread_once_t spare_once = PTHREAD_ONCE_INIT;

static void unmap(void *start) {
  chunk *c = start;
  munmap(c, (size_t)(c->end - (char *)c));
}

static void make_spare_key(void) {
  if (pthread_key_create(&spare_key, unmap) != 0) abort();
}

static void add_chunk(arena *a, size_t needed) {
  size_t size = a->chunk_size;
  if (a->chunk_size < LARGEST_CHUNK) a->chunk_size *= 2;
  if (size < needed + sizeof(chunk)) size = needed + sizeof(chunk);
  chunk *c = NULL;
  if (size == FIRST_CHUNK && spare != NULL) {
    c = spare;
    spare = NULL;
    pthread_setspecific(spare_key, NULL);
  } else {
    c = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (c == MAP_FAILED) out_of_memory();
  }
  c->previous = a->current;
  c->end = (char *)c + size;
  a->current = c;
  a->next = (char *)(c + 1);
  a->last = NULL;
}

// Keeps a chunk for the next arena of this thread. The thread gives it back when it ends.
static void keep(chunk *c, char *used) {
  pthread_once(&spare_once, make_spare_key);
  if (pthread_setspecific(spare_key, c) != 0) return unmap(c);
  memset(c + 1, 0, (size_t)(used - (char *)(c + 1)));
  spare = c;
}

static void *take(size_t size) {
  arena *a = current_arena;
  if (size > SIZE_MAX / 2) out_of_memory();
  size = (size + 7) & ~(size_t)7;
  size_t needed = size + sizeof(size_t);
  if (a->current == NULL || (size_t)(a->current->end - a->next) < needed) add_chunk(a, needed);
  *(size_t *)a->next = size;
  char *block = a->next + sizeof(size_t);
  a->next = block + size;
  a->last = block;
  return block;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) out_of_memory();
  return take(count * size);
}

static void *arena_realloc(void *old, size_t size) {
  if (old == NULL) return take(size);
  size_t *old_size = (size_t *)old - 1;
  if (size <= *old_size) return old;
  arena *a = current_arena;
  if (size > SIZE_MAX / 2) out_of_memory();
  size_t rounded = (size + 7) & ~(size_t)7;
  if (old == a->last && (size_t)(a->current->end - (char *)old) >= rounded) {
    *old_size = rounded;
    a->next = (char *)old + rounded;
    return old;
  }
  void *new = take(size);
  memcpy(new, old, *old_size);
  return new;
}

static void arena_free(void *block) { (void)block; }

static cmark_mem arena_allocator = {arena_calloc, arena_realloc, arena_free};

cmark_mem *doctree_arena_begin(void) {
  arena *a = calloc(1, sizeof(arena));
  if (a == NULL) out_of_memory();
  a->outer = current_arena;
  a->chunk_size = FIRST_CHUNK;
  current_arena = a;
  return &arena_allocator;
}

void doctree_arena_end(void) {
  arena *a = current_arena;
  current_arena = a->outer;
  chunk *c = a->current;
  if (c != NULL && c->previous == NULL && spare == NULL && (size_t)(c->end - (char *)c) == FIRST_CHUNK) {
    keep(c, a->next);
    c = NULL;
  }
  while (c != NULL) {
    chunk *previous = c->previous;
    unmap(c);
    c = previous;
  }
  free(a);
}
