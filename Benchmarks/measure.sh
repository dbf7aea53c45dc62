#!/bin/sh
# Counts instructions, which unlike seconds are the same on a busy machine. Needs valgrind.
#
#   Benchmarks/measure.sh          a walkabout with registered handlers, for each node
#   Benchmarks/measure.sh FILE     the same, and doctree against cmark on a Markdown file, the
#                                  start-up (an empty file) taken off both
set -eu

root=$(cd "$(dirname "$0")/.." && pwd)
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

# instructions COMMAND...: how many the command takes.
instructions() {
  valgrind --tool=callgrind --callgrind-out-file="$scratch/callgrind" --log-file="$scratch/log" \
    "$@" >"$scratch/output"
  sed -n 's/^==[0-9]*== Collected : \([0-9]*\).*/\1/p' "$scratch/log"
}

# build PACKAGE PRODUCT: builds it as it is released, and prints where it is. It is stripped,
# because valgrind 3.19 gives up on some debug information.
build() {
  # SwiftPM does not look again which files a package beside this one has.
  rm -f "$1/.build/release.yaml"
  swift build --package-path "$1" -c release --static-swift-stdlib --product "$2" >"$scratch/build" ||
    { cat "$scratch/build" >&2; exit 1; }
  folder=$(swift build --package-path "$1" -c release --static-swift-stdlib --show-bin-path)
  strip -g -o "$scratch/$2" "$folder/$2"
  echo "$scratch/$2"
}

walkabout=$(build "$root/Benchmarks" walkabout)
one=$(instructions "$walkabout" 100000 1)
two=$(instructions "$walkabout" 100000 2)
nodes=$(cat "$scratch/output")
echo "walkabout: $(((two - one) / nodes)) instructions a node (limit 150)"

[ $# -gt 0 ] || exit 0
doctree=$(build "$root" doctree)
: >"$scratch/empty.md"
render="$doctree render --from commonmark --to html"
ours=$(($(instructions $render "$1") - $(instructions $render "$scratch/empty.md")))
theirs=$(($(instructions cmark --unsafe "$1") - $(instructions cmark --unsafe "$scratch/empty.md")))
echo "doctree:   $ours instructions for $1"
echo "cmark:     $theirs"
awk "BEGIN { printf \"ratio:     %.2f\\n\", $ours / $theirs }"
