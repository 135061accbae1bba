package de.kimhub.message;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;

/** Whole numbers, the smaller the shorter: seven bits a byte, low ones first; the eighth says that more follow. */
public final class Varint {

    private Varint() {
    }

    public static void write(ByteArrayOutputStream out, int number) {
        int rest = number;
        while (rest >= 0x80) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    public static int read(ByteBuffer in) {
        int number = 0;
        for (int shift = 0; ; shift += 7) {
            int next = in.get();
            number |= (next & 0x7F) << shift;
            if (next >= 0) {
                return number;
            }
        }
    }
}
