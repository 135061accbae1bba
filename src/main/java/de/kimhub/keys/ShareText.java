package de.kimhub.keys;

import de.kimhub.message.Base32;
import de.kimhub.message.CheckSymbols;
import de.kimhub.message.CheckSymbols.Reading.OneWrong;
import de.kimhub.message.CheckSymbols.Reading.Right;
import java.nio.ByteBuffer;
import java.util.Arrays;

/**
 * A share on paper: three lines of base 32, each with its number in front and two check characters at the end.
 *
 * @param issue  the same for the shares that belong together
 * @param number of the share, from 1
 */
record ShareText(short issue, int number, byte[] share) {

    private static final int LINES = 3;
    private static final int GROUP = 5;
    private static final int HEAD = Short.BYTES + 1;

    String print() {
        int[] symbols = Base32.encode(ByteBuffer.allocate(HEAD + share.length).putShort(issue).put((byte) number)
                .put(share).array());
        int length = lineLength(share.length);
        StringBuilder text = new StringBuilder();
        for (int line = 0; line < LINES; line++) {
            int[] data = new int[1 + length];
            data[0] = line + 1;
            System.arraycopy(symbols, line * length, data, 1, Math.min(length, symbols.length - line * length));
            text.append(grouped(Base32.text(CheckSymbols.append(data)))).append('\n');
        }
        return text.toString();
    }

    /**
     * Lines that are empty or begin with {@code #} do not count.
     *
     * @param called how the share is called in messages
     * @throws KeyFailure names the line, and the character where one explains it
     */
    static ShareText read(String text, String called, int shareBytes) {
        int length = lineLength(shareBytes);
        int[] symbols = new int[LINES * length];
        boolean[] seen = new boolean[LINES];
        for (String line : text.lines().map(String::strip).filter(one -> !one.isEmpty() && !one.startsWith("#")).toList()) {
            int[] all = Base32.symbols(line);
            String where = called + ", Zeile " + line.charAt(0);
            if (all.length != 1 + length + CheckSymbols.count(1 + length)) {
                throw new KeyFailure(KeyProblem.BAD_SHARE, where);
            }
            switch (CheckSymbols.read(all)) {
                case Right right when right.data()[0] >= 1 && right.data()[0] <= LINES -> {
                    seen[right.data()[0] - 1] = true;
                    System.arraycopy(right.data(), 1, symbols, (right.data()[0] - 1) * length, length);
                }
                case OneWrong wrong -> throw new KeyFailure(KeyProblem.BAD_SHARE, where + ", Zeichen "
                        + (wrong.position() + 1));
                default -> throw new KeyFailure(KeyProblem.BAD_SHARE, where);
            }
        }
        for (int line = 0; line < LINES; line++) {
            if (!seen[line]) {
                throw new KeyFailure(KeyProblem.BAD_SHARE, called + ", Zeile " + (line + 1) + " fehlt");
            }
        }
        return of(Base32.decode(symbols), called, shareBytes);
    }

    private static ShareText of(byte[] bytes, String called, int shareBytes) {
        ByteBuffer all = ByteBuffer.wrap(bytes);
        short issue = all.getShort();
        int number = all.get();
        if (number < 1 || number > SecretSharing.SHARES) {
            throw new KeyFailure(KeyProblem.BAD_SHARE, called);
        }
        return new ShareText(issue, number, Arrays.copyOfRange(bytes, HEAD, HEAD + shareBytes));
    }

    /** How the issue is called on paper. */
    String issueName() {
        return Base32.text(Base32.encode(ByteBuffer.allocate(Short.BYTES).putShort(issue).array()));
    }

    private static int lineLength(int shareBytes) {
        int symbols = Base32.encode(new byte[HEAD + shareBytes]).length;
        return (symbols + LINES - 1) / LINES;
    }

    private static String grouped(String text) {
        StringBuilder grouped = new StringBuilder(text.substring(0, 1));
        for (int i = 1; i < text.length(); i++) {
            if ((i - 1) % GROUP == 0) {
                grouped.append('-');
            }
            grouped.append(text.charAt(i));
        }
        return grouped.toString();
    }
}
