package de.kimhub.translation;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** The name of a tag in the bytes of its document, of any length, in constant memory. */
final class XmlTagName {

    private static final int KEPT = 500;

    private byte[] bytes = new byte[32];
    private long length;
    private long digest;

    static boolean mayBegin(byte first) {
        return first < 0 || first >= 'a' && first <= 'z' || first >= 'A' && first <= 'Z' || first == '_' || first == ':';
    }

    void clear() {
        length = 0;
        digest = 0;
    }

    void add(byte next) {
        if (length < KEPT) {
            if (length == bytes.length) {
                bytes = Arrays.copyOf(bytes, bytes.length * 2);
            }
            bytes[(int) length] = next;
        }
        length++;
        digest = digest * 31 + next;
    }

    XmlTagName copy() {
        XmlTagName copy = new XmlTagName();
        copy.bytes = bytes.clone();
        copy.length = length;
        copy.digest = digest;
        return copy;
    }

    @Override
    public boolean equals(Object other) {
        int kept = (int) Math.min(length, KEPT);
        return other instanceof XmlTagName name && length == name.length && digest == name.digest
                && Arrays.equals(bytes, 0, kept, name.bytes, 0, kept);
    }

    @Override
    public int hashCode() {
        return Long.hashCode(digest);
    }

    /** In the bytes of its document, each a character, so that it can be written there again. */
    @Override
    public String toString() {
        return new String(bytes, 0, (int) Math.min(length, KEPT), StandardCharsets.ISO_8859_1);
    }
}
