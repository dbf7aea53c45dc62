#!/usr/bin/env python3
"""Makes Sources/DocTree/Editing/IdentifierTable.swift: what ASCII is left of each character.

An entry is one number: the character in the upper bits, then the length of a run of characters
that follow each other in Unicode as their letters do in ASCII, then up to five ASCII characters,
the first one lowest.

    python3 Scripts/make-identifier-table.py > Sources/DocTree/Editing/IdentifierTable.swift
"""

import sys
import unicodedata

# Letters that Unicode does not decompose.
LETTERS = {
    "ß": "sz", "æ": "ae", "œ": "oe", "ȸ": "db", "ȹ": "qp",
    "ø": "o", "đ": "d", "ħ": "h", "ı": "i", "ł": "l", "ŧ": "t", "ƀ": "b", "ƃ": "b", "ƈ": "c",
    "ƌ": "d", "ƒ": "f", "ƙ": "k", "ƚ": "l", "ƞ": "n", "ƥ": "p", "ƫ": "t", "ƭ": "t", "ƴ": "y",
    "ƶ": "z", "ǥ": "g", "ȥ": "z", "ȴ": "l", "ȵ": "n", "ȶ": "t", "ȷ": "j", "ȼ": "c", "ȿ": "s",
    "ɀ": "z", "ɇ": "e", "ɉ": "j", "ɋ": "q", "ɍ": "r", "ɏ": "y",
}


def ascii_of(character):
    text = unicodedata.normalize("NFKD", LETTERS.get(character, character))
    return text.encode("ascii", "ignore").decode("ascii")


def entries():
    runs = []
    for code in range(0x80, sys.maxunicode + 1):
        character = chr(code)
        # The text has been lowercased before it is looked up.
        if 0xD800 <= code < 0xE000 or character.lower() != character:
            continue
        text = ascii_of(character)
        if not text:
            continue
        if runs:
            start, count, first = runs[-1]
            if (len(text) == len(first) == 1 and code == start + count and count < 63
                    and ord(text) == ord(first) + count):
                runs[-1][1] += 1
                continue
        runs.append([code, 1, text])
    return runs


def pack(start, count, text):
    assert len(text) <= 5
    value = start << 41 | count << 35
    for index, character in enumerate(text):
        value |= ord(character) << 7 * index
    return value


print("// Made by Scripts/make-identifier-table.py, with Unicode " + unicodedata.unidata_version + ".")
print()
print("extension Identifier {")
print("  /// What is left of characters in an identifier, sorted; the script says how it is packed.")
print("  static let table: [UInt64] = [")
numbers = ["0x%X," % pack(*run) for run in entries()]
for first in range(0, len(numbers), 5):
    print("    " + " ".join(numbers[first:first + 5]))
print("  ]")
print("}")
