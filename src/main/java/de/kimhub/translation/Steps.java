package de.kimhub.translation;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** What the named steps do. */
final class Steps {

    private Steps() {
    }

    static String text(String value, Reading reading) {
        String text = TextCleaner.clean(value);
        return Din91379.isText(text) ? text : reading.refuse(TranslationProblem.NOT_DIN_91379);
    }

    /** In whatever script. */
    static String anyText(String value, Reading reading) {
        return TextCleaner.clean(value);
    }

    static String name(String value, Reading reading) {
        String text = TextCleaner.clean(value);
        return Din91379.isName(text) ? text : reading.refuse(TranslationProblem.NOT_DIN_91379);
    }

    static String upper(String value, Reading reading) {
        String text = text(value, reading);
        return text == null ? null : TextCleaner.clean(text.toUpperCase(Locale.ROOT));
    }

    /** Blanks, dots, slashes and hyphens between the digits go; anything else is refused. */
    static String digits(String value, Reading reading) {
        StringBuilder digits = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c >= '0' && c <= '9') {
                digits.append(c);
            } else if (" ./-\u00A0".indexOf(c) < 0) {
                return reading.refuse(TranslationProblem.NOT_A_NUMBER);
            }
        }
        return digits.isEmpty() ? reading.refuse(TranslationProblem.NOT_A_NUMBER) : digits.toString();
    }

    static String ags(String value, Reading reading) {
        String padded = padded(value, 8);
        return padded == null || !padded.startsWith("0") && !padded.startsWith("1")
                ? reading.refuse(TranslationProblem.NOT_AN_AGS) : padded;
    }

    static String postalCode(String value, Reading reading) {
        String padded = padded(value, 5);
        return padded == null || padded.equals("00000")
                ? reading.refuse(TranslationProblem.NOT_A_POSTAL_CODE) : padded;
    }

    static String integer(String value, Reading reading) {
        int start = value.startsWith("-") ? 1 : 0;
        return isDigits(value, start) && value.length() <= 18 ? value : reading.refuse(TranslationProblem.NOT_A_NUMBER);
    }

    /** German or plain notation: {@code 1.234,50}, {@code 1234,5}, {@code 1234.50}. */
    static String decimal(String value, Reading reading) {
        String text = value.replace("\u00A0", "").replace(" ", "");
        if (text.matches("-?\\d{1,3}(\\.\\d{3})+(,\\d+)?")) {
            return text.replace(".", "").replace(',', '.');
        }
        if (text.matches("-?\\d+(,\\d+)?")) {
            return text.replace(',', '.');
        }
        return text.matches("-?\\d+\\.\\d+") ? text : reading.refuse(TranslationProblem.NOT_A_NUMBER);
    }

    /** A decimal without a fraction, for whole-number fields: {@code 1.234,00} is 1234. */
    static String wholeDecimal(String value, Reading reading) {
        String text = decimal(value, reading);
        if (text == null) {
            return null;
        }
        int point = text.indexOf('.');
        boolean whole = point < 0 || text.substring(point + 1).chars().allMatch(c -> c == '0');
        return whole ? point < 0 ? text : text.substring(0, point) : reading.refuse(TranslationProblem.NOT_A_NUMBER);
    }

    static Step bool(List<String> yes, List<String> no) {
        Set<String> whenTrue = yes.stream().map(CodeList::fold).collect(Collectors.toUnmodifiableSet());
        Set<String> whenFalse = no.stream().map(CodeList::fold).collect(Collectors.toUnmodifiableSet());
        return (value, reading) -> {
            String folded = CodeList.fold(value);
            return whenTrue.contains(folded) ? "true" : whenFalse.contains(folded) ? "false"
                    : reading.refuse(TranslationProblem.NOT_A_BOOLEAN);
        };
    }

    /** The first list that has the value decides. */
    static Step lookup(List<CodeList> lists) {
        CodeList[] inOrder = lists.toArray(CodeList[]::new);
        return (value, reading) -> {
            for (CodeList list : inOrder) {
                CodeList.Row row = list.in(value, reading.asOf);
                if (row != null) {
                    return list.takes(row, reading.asOf) ? row.canonical()
                            : reading.refuse(TranslationProblem.CODE_NOT_VALID);
                }
            }
            return reading.refuse(TranslationProblem.UNKNOWN_CODE);
        };
    }

    /** Spreadsheets lose one leading zero. */
    private static String padded(String value, int length) {
        String text = value.length() == length - 1 ? "0" + value : value;
        return text.length() == length && isDigits(text, 0) ? text : null;
    }

    private static boolean isDigits(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            if (text.charAt(i) < '0' || text.charAt(i) > '9') {
                return false;
            }
        }
        return text.length() > from;
    }
}
