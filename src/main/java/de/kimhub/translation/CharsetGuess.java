package de.kimhub.translation;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** What the first bytes of a document say about its charset. */
final class CharsetGuess {

    /** As much as is looked at. */
    static final int PROBE = 1 << 18;

    /** So many may also be dirt in single records. */
    private static final int FEW_NULS = 16;

    /** What German text has beyond ASCII, as windows-1252 writes it: letters, quotes, dashes, the euro. */
    private static final String GERMAN = "ÄÖÜäöüßéèáàóíúñçêâ§";
    private static final String GERMAN_MARKS = "\u0080\u0084\u0093\u0094\u0096";

    private final byte[] bytes;
    private final int length;
    private int multiByte;
    private int broken;
    private int german;
    private int nul;
    private boolean blank = true;

    CharsetGuess(byte[] bytes, int length) {
        this.bytes = bytes;
        this.length = length;
        int i = isUtf8Marked() ? 3 : 0;
        while (i < length) {
            int b = bytes[i] & 0xFF;
            blank &= b <= ' ' && b != 0;
            if (b == 0) {
                nul++;
            }
            int more = b < 0x80 ? 0 : b >= 0xC2 && b < 0xE0 ? 1 : b >= 0xE0 && b < 0xF0 ? 2 : b >= 0xF0 && b < 0xF5 ? 3 : -1;
            if (more > 0 && i + more >= length) {
                break;
            }
            if (more > 0 && !continued(i, more)) {
                more = -1;
            }
            if (more > 0) {
                multiByte++;
            } else if (more < 0) {
                broken++;
                german += GERMAN.indexOf(b) >= 0 || GERMAN_MARKS.indexOf(b) >= 0 ? 1 : 0;
            }
            i += 1 + Math.max(0, more);
        }
    }

    /** Whether a document of so many bytes is empty, or blank all through. */
    boolean saysNothing(long size) {
        return size == 0 || blank && size <= PROBE;
    }

    boolean isUtf8Marked() {
        return length >= 3 && (bytes[0] & 0xFF) == 0xEF && (bytes[1] & 0xFF) == 0xBB && (bytes[2] & 0xFF) == 0xBF;
    }

    /** A UTF-16 mark, or NULs all over. */
    boolean isUtf16OrBinary() {
        boolean marked = length >= 2 && ((bytes[0] & 0xFF) == 0xFF && (bytes[1] & 0xFF) == 0xFE
                || (bytes[0] & 0xFF) == 0xFE && (bytes[1] & 0xFF) == 0xFF);
        return marked || nul >= FEW_NULS && nul * 5L > length;
    }

    /**
     * The charset that it clearly is instead of the declared one, or {@code null}. A text in a single-byte charset
     * whose every non-ASCII letter happens to be valid UTF-8 is next to impossible.
     */
    String clearlyOtherThan(Charset declared) {
        if (declared.equals(StandardCharsets.UTF_8)) {
            boolean inFirstLine = broken > 0 && brokenInFirstLine();
            return multiByte == 0 && german >= 3 && german == broken || inFirstLine ? "windows-1252" : null;
        }
        return multiByte > 0 && broken == 0 ? "UTF-8" : null;
    }

    private boolean brokenInFirstLine() {
        int end = 0;
        while (end < length && bytes[end] != '\n' && bytes[end] != '\r') {
            end++;
        }
        return end < length && new CharsetGuess(java.util.Arrays.copyOf(bytes, end), end).broken > 0;
    }

    private boolean continued(int at, int more) {
        for (int k = 1; k <= more; k++) {
            if ((bytes[at + k] & 0xC0) != 0x80) {
                return false;
            }
        }
        return true;
    }
}
