package de.kimhub.translation;

/** What several columns mean, as one text to be compared. */
final class JoinedText {

    /** Between the values: none has it, because DIN 91379 knows no control characters. */
    private static final char UNIT = '\u001F';

    private JoinedText() {
    }

    static String of(Iterable<Columns.Column> columns, SourceRow row) {
        StringBuilder text = new StringBuilder(64);
        boolean first = true;
        for (Columns.Column column : columns) {
            if (!first) {
                text.append(UNIT);
            }
            text.append(column.digest(row));
            first = false;
        }
        return text.toString();
    }

    static boolean isEmpty(String joined) {
        for (int i = 0; i < joined.length(); i++) {
            if (joined.charAt(i) != UNIT) {
                return false;
            }
        }
        return true;
    }
}
