package de.kimhub.translation;

/** Goes over the bytes of one record and counts its columns. */
final class CsvScan {

    private final ByteWindow window;
    private final byte delimiter;
    private final byte quote;
    private final boolean[] stops = new boolean[256];
    private long quoteFreeFrom;
    private long quoteFreeTo;

    // what was found
    int columns;
    /** The last column that is not empty, 0 when all are. */
    int lastFilled;
    boolean anyQuote;
    TranslationProblem problem;

    CsvScan(ByteWindow window, byte delimiter, byte quote) {
        this.window = window;
        this.delimiter = delimiter;
        this.quote = quote;
        stops[delimiter] = true;
        stops['\r'] = true;
        stops['\n'] = true;
    }

    /** Nothing but delimiters and blanks. */
    boolean isBlank() {
        return problem == null && lastFilled == 0 && !anyQuote;
    }

    /** @return index behind the record's line end; when {@code problem} is set it means nothing */
    int record(int from, int limit, boolean last) {
        byte[] bytes = window.bytes;
        columns = 1;
        lastFilled = 0;
        anyQuote = false;
        problem = null;
        int i = from;
        while (true) {
            i = i < limit && bytes[i] == quote ? quoted(i, limit) : plain(i, limit);
            if (problem != null) {
                return i;
            }
            if (i >= limit) {
                problem = last ? null : TranslationProblem.TOO_LONG;
                return i;
            }
            if (bytes[i] == delimiter) {
                columns++;
                i++;
            } else {
                return window.behindLineEnd(i);
            }
        }
    }

    private int plain(int from, int limit) {
        byte[] bytes = window.bytes;
        int i = from;
        while (i < limit && !stops[bytes[i] & 0xFF]) {
            i++;
        }
        for (int k = from; k < i; k++) {
            if (bytes[k] != ' ' && bytes[k] != '\t') {
                lastFilled = columns;
                break;
            }
        }
        return i;
    }

    /** @return index of what follows the field */
    private int quoted(int from, int limit) {
        byte[] bytes = window.bytes;
        anyQuote = true;
        int i = from + 1;
        while (true) {
            i = nextQuote(i, limit);
            if (i >= limit) {
                problem = TranslationProblem.UNCLOSED_QUOTE;
                return i;
            }
            if (i + 1 < limit && bytes[i + 1] == quote) {
                i += 2;
            } else {
                break;
            }
        }
        if (i > from + 1) {
            lastFilled = columns;
        }
        i++;
        while (i < limit && (bytes[i] == ' ' || bytes[i] == '\t') && bytes[i] != delimiter) {
            i++;
        }
        if (i < limit && !stops[bytes[i] & 0xFF]) {
            problem = TranslationProblem.STRAY_QUOTE;
        }
        return i;
    }

    /** Remembers where no quote is, so that many unclosed quotes do not make it read the same bytes again and again. */
    private int nextQuote(int from, int limit) {
        byte[] bytes = window.bytes;
        int i = from;
        long at = window.offsetOf(from);
        if (at >= quoteFreeFrom && at < quoteFreeTo) {
            i = (int) Math.min(limit, from + (quoteFreeTo - at));
        }
        while (i < limit && bytes[i] != quote) {
            i++;
        }
        if (i >= limit) {
            quoteFreeFrom = at;
            quoteFreeTo = window.offsetOf(limit);
        }
        return i;
    }
}
