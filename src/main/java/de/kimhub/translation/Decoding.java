package de.kimhub.translation;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.util.Arrays;

/** Decodes records one behind the other and refuses what the charset does not have. */
final class Decoding {

    private final CharsetDecoder decoder;
    private final boolean isLatin;
    private final int maxLength;
    char[] chars = new char[1 << 16];
    int length;

    Decoding(Charset charset, int maxLength) {
        this.decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        this.isLatin = charset.name().startsWith("ISO-8859");
        this.maxLength = maxLength;
    }

    void clear() {
        length = 0;
    }

    /** Appends the text of these bytes; on a problem nothing is appended. */
    TranslationProblem append(byte[] bytes, int from, int to) {
        for (int i = from; i < to; i++) {
            if (bytes[i] == 0) {
                return TranslationProblem.NUL_BYTE;
            }
            if (isLatin && bytes[i] < (byte) 0xA0) {
                return TranslationProblem.BAD_CHARACTERS;
            }
        }
        if (chars.length - length < to - from + 1) {
            chars = Arrays.copyOf(chars, Math.max(chars.length * 2, length + to - from + 1));
        }
        CharBuffer out = CharBuffer.wrap(chars, length, chars.length - length);
        CoderResult result = decoder.reset().decode(ByteBuffer.wrap(bytes, from, to - from), out, true);
        if (result.isError()) {
            return TranslationProblem.BAD_CHARACTERS;
        }
        if (out.position() - length > maxLength) {
            return TranslationProblem.TOO_LONG;
        }
        length = out.position();
        return null;
    }

    /** Ends the last record when the document did not. */
    void endLine() {
        if (length > 0 && chars[length - 1] != '\n' && chars[length - 1] != '\r') {
            if (length == chars.length) {
                chars = Arrays.copyOf(chars, length + 16);
            }
            chars[length++] = '\n';
        }
    }
}
