package de.kimhub.translation;

import java.io.IOException;
import java.io.InputStream;

/** Which character separates the columns of a CSV file. */
final class Delimiters {

    private static final String KNOWN = ";,\t|";
    private static final int LONGEST_HEADER = 1 << 16;

    private Delimiters() {
    }

    /** The one that the first line has most of, outside quotes; the semicolon when it has none. */
    static char mostFrequent(DocumentContent content) throws IOException {
        int[] counts = new int[KNOWN.length()];
        try (InputStream in = content.openAt(0)) {
            boolean quoted = false;
            for (byte b : in.readNBytes(LONGEST_HEADER)) {
                if (b == '"') {
                    quoted = !quoted;
                } else if (!quoted && (b == '\n' || b == '\r')) {
                    break;
                } else if (!quoted && KNOWN.indexOf(b) >= 0) {
                    counts[KNOWN.indexOf(b)]++;
                }
            }
        }
        int most = 0;
        for (int i = 1; i < counts.length; i++) {
            most = counts[i] > counts[most] ? i : most;
        }
        return KNOWN.charAt(most);
    }
}
