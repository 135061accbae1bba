package de.kimhub.message;

/**
 * Crockford's base 32: digits and capitals without I, L, O and U, so that what is read aloud or written by hand comes
 * back. Works on symbols, numbers from 0 to 31.
 */
public final class Base32 {

    /** How many symbols there are. */
    public static final int SIZE = 32;

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int BITS = 5;

    private Base32() {
    }

    public static char character(int symbol) {
        return ALPHABET.charAt(symbol);
    }

    /** The symbol that people mean by a character (lower case, O for 0, I and L for 1), or -1. */
    public static int symbol(char character) {
        return switch (Character.toUpperCase(character)) {
            case 'O' -> 0;
            case 'I', 'L' -> 1;
            default -> ALPHABET.indexOf(Character.toUpperCase(character));
        };
    }

    public static String text(int[] symbols) {
        StringBuilder text = new StringBuilder(symbols.length);
        for (int symbol : symbols) {
            text.append(character(symbol));
        }
        return text.toString();
    }

    /**
     * The symbols of what somebody wrote; hyphens and white space do not count. Of a character that is none the symbol
     * is -1.
     */
    public static int[] symbols(String written) {
        return written.chars().filter(c -> c != '-' && !Character.isWhitespace(c))
                .map(c -> c > 'z' ? -1 : symbol((char) c)).toArray();
    }

    /** The leading bits, filled up with zeros when the bytes do not fill the last symbol. */
    public static int[] encode(byte[] bytes, int length) {
        int[] symbols = new int[length];
        for (int i = 0; i < length * BITS; i++) {
            if (i < bytes.length * Byte.SIZE && (bytes[i / Byte.SIZE] >> 7 - i % Byte.SIZE & 1) != 0) {
                symbols[i / BITS] |= 1 << BITS - 1 - i % BITS;
            }
        }
        return symbols;
    }

    public static int[] encode(byte[] bytes) {
        return encode(bytes, (bytes.length * Byte.SIZE + BITS - 1) / BITS);
    }

    /** The bytes that were encoded; left-over bits are dropped. */
    public static byte[] decode(int[] symbols) {
        byte[] bytes = new byte[symbols.length * BITS / Byte.SIZE];
        for (int i = 0; i < bytes.length * Byte.SIZE; i++) {
            if ((symbols[i / BITS] >> BITS - 1 - i % BITS & 1) != 0) {
                bytes[i / Byte.SIZE] |= (byte) (1 << 7 - i % Byte.SIZE);
            }
        }
        return bytes;
    }
}
