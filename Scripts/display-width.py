#!/usr/bin/env python3
"""Writes Sources/Translators/Text/DisplayWidth+Tables.swift from this Python's Unicode data.

  Scripts/display-width.py > Sources/Translators/Text/DisplayWidth+Tables.swift

The newest Python at hand is the right one: its version of Unicode is noted in the output.
"""
import unicodedata

SOFT_HYPHEN = 0xAD
# Blocks that the standard declares wide even where nothing is assigned in them yet.
WIDE_BLOCKS = [
    (0x3400, 0x4DBF), (0x4E00, 0x9FFF), (0xF900, 0xFAFF), (0x20000, 0x2FFFD), (0x30000, 0x3FFFD),
]
# Vowels and final consonants of decomposed Hangul stand in the columns of the first consonant.
JAMO = [(0x1160, 0x11FF), (0xD7B0, 0xD7C6), (0xD7CB, 0xD7FB)]


def within(code, ranges):
    return any(first <= code <= last for first, last in ranges)


def is_zero(code):
    if code == SOFT_HYPHEN:
        return False
    category = unicodedata.category(chr(code))
    return category in ("Mn", "Me", "Cf", "Cc", "Zl", "Zp") or within(code, JAMO)


def is_wide(code):
    if is_zero(code):
        return False
    return unicodedata.east_asian_width(chr(code)) in "WF" or within(code, WIDE_BLOCKS)


def ranges(test):
    result = []
    for code in range(0x80, 0x110000):
        if 0xD800 <= code < 0xE000 or not test(code):
            continue
        if result and result[-1][1] == code - 1:
            result[-1][1] = code
        else:
            result.append([code, code])
    return result


def table(name, comment, test):
    print(f"  /// {comment}")
    print(f"  static let {name}: [UInt32] = [")
    line = "   "
    for first, last in ranges(test):
        item = f" 0x{first:04X}, 0x{last:04X},"
        if len(line) + len(item) > 100:
            print(line)
            line = "   "
        line += item
    print(line)
    print("  ]")


print("// Made by Scripts/display-width.py; do not edit.")
print(f"// Unicode {unicodedata.unidata_version}.")
print("extension DisplayWidth {")
table("zeroRanges", "First and last of each run of scalars without a column of their own.", is_zero)
print()
table("wideRanges", "First and last of each run of scalars of two columns.", is_wide)
print("}")
