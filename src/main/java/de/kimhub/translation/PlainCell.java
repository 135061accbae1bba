package de.kimhub.translation;

/** Makes text safe to stand in one cell of a file that people open in a spreadsheet. */
final class PlainCell {

    private PlainCell() {
    }

    /**
     * Line breaks and tabs become blanks. What a spreadsheet would take for a formula gets an apostrophe in front:
     * text that begins with = or @, and text that begins with + or - unless it is a number or a telephone number.
     */
    static String of(String text, boolean guarded) {
        String oneLine = text.indexOf('\n') < 0 && text.indexOf('\r') < 0 && text.indexOf('\t') < 0 ? text
                : text.replaceAll("[\\r\\n\\t]+", " ");
        return guarded && looksLikeFormula(oneLine) ? "'" + oneLine : oneLine;
    }

    private static boolean looksLikeFormula(String text) {
        int start = 0;
        while (start < text.length() && text.charAt(start) == ' ') {
            start++;
        }
        if (start == text.length()) {
            return false;
        }
        char first = text.charAt(start);
        return first == '=' || first == '@'
                || (first == '+' || first == '-') && !isNumber(text, start + 1);
    }

    private static boolean isNumber(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && " ./,-()".indexOf(c) < 0) {
                return false;
            }
        }
        return true;
    }
}
