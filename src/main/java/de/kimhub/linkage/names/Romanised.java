package de.kimhub.linkage.names;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** A word in a-z, in every usual way, each script by its own rules. */
record Romanised(List<String> forms, String way) {

    static Romanised of(String word) {
        String low = word.toLowerCase(Locale.ROOT);
        if (isPlain(low)) {
            String form = ServantNames.unified(low);
            return new Romanised(List.of(form), form.equals(low) ? null : word + " → " + form);
        }
        Set<String> forms = new LinkedHashSet<>();
        for (String raw : runs(low)) {
            String form = ServantNames.unified(LatinLetters.onlyLetters(raw));
            if (!form.isEmpty() && forms.size() < NamePart.MOST) {
                forms.add(form);
            }
        }
        if (forms.isEmpty()) {
            forms.add(low);
        }
        String first = forms.iterator().next();
        return new Romanised(List.copyOf(forms), first.equals(low) ? null : word + " → " + first + language(low));
    }

    private static boolean isPlain(String low) {
        for (int i = 0; i < low.length(); i++) {
            if (low.charAt(i) < 'a' || low.charAt(i) > 'z') {
                return false;
            }
        }
        return true;
    }

    /** Each stretch of one script is read by itself; the n-th forms of the stretches make the n-th form of the word. */
    private static List<String> runs(String low) {
        List<String> forms = List.of("");
        int start = 0;
        while (start < low.length()) {
            Writing writing = Writing.of(low.codePointAt(start));
            int end = start;
            while (end < low.length() && sameRun(low.codePointAt(end), writing)) {
                end += Character.charCount(low.codePointAt(end));
            }
            forms = appended(forms, read(low.substring(start, end), writing));
            start = end;
        }
        return forms;
    }

    private static boolean sameRun(int character, Writing writing) {
        return Character.getType(character) == Character.NON_SPACING_MARK || Writing.of(character) == writing;
    }

    private static List<String> read(String run, Writing writing) {
        return switch (writing) {
            case LATIN -> LatinLetters.forms(run);
            case ARABIC -> ArabicLetters.forms(run);
            case CYRILLIC -> CyrillicLetters.forms(run);
            case ETHIOPIC -> EthiopicLetters.forms(run);
            case HEBREW, OTHER -> OtherLetters.forms(run);
        };
    }

    private static List<String> appended(List<String> forms, List<String> more) {
        int count = Math.max(forms.size(), more.size());
        List<String> joined = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            joined.add(forms.get(Math.min(i, forms.size() - 1)) + more.get(Math.min(i, more.size() - 1)));
        }
        return joined;
    }

    private static String language(String low) {
        return switch (Writing.of(low.codePointAt(0))) {
            case LATIN -> "";
            case ARABIC -> " (" + ArabicLetters.language(low) + ")";
            case CYRILLIC -> " (" + CyrillicLetters.language(low) + ")";
            case ETHIOPIC -> " (Äthiopisch)";
            case HEBREW -> " (Hebräisch)";
            case OTHER -> " (" + OtherLetters.language(low) + ")";
        };
    }
}
