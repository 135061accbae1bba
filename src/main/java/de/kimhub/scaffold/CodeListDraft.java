package de.kimhub.scaffold;

import de.kimhub.translation.CodeLists;
import java.util.List;

/** A code list of the words that a sample has, where the canonical one does not know them all. */
final class CodeListDraft {

    private static final int MOST = 80;
    private static final int FEW = 5;

    private CodeListDraft() {
    }

    /** Only values of code-like columns are ever written down. */
    static boolean isNeeded(Guess guess) {
        return guess.meaning().codeList().filter(list -> {
            List<String> unknown = guess.profile().unknown(list);
            return !unknown.isEmpty() && (guess.profile().hasFewValues() || unknown.size() <= FEW)
                    && codes(list, guess).size() <= MOST;
        }).isPresent();
    }

    private static List<String> codes(String list, Guess guess) {
        String separator = guess.profile().separator(list);
        return guess.profile().counts().keySet().stream()
                .flatMap(value -> (separator == null ? List.of(value) : Profile.parts(value)).stream()).distinct().sorted()
                .toList();
    }

    static String name(Guess guess) {
        return guess.column().toLowerCase(java.util.Locale.GERMAN).replace("ä", "ae").replace("ö", "oe")
                .replace("ü", "ue").replace("ß", "ss").replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "") + "-werte";
    }

    static String text(Guess guess) {
        String list = guess.meaning().codeList().orElseThrow();
        CodeLists canonical = CodeLists.canonical();
        StringBuilder csv = new StringBuilder("theirs;canonical;text;validFrom;validUntil\n");
        StringBuilder open = new StringBuilder();
        for (String value : codes(list, guess)) {
            String code = Profile.code(list, value);
            if (code != null) {
                csv.append(cell(value)).append(';').append(code).append(';')
                        .append(cell(canonical.text(list, code).orElse(value))).append(";;\n");
            } else {
                open.append("# ENTSCHEIDEN: was heißt das in der Liste ").append(list).append("? Zeile ergänzen: ")
                        .append(cell(value)).append(";?;").append(cell(value)).append(";;\n");
            }
        }
        return csv.append(open).toString();
    }

    private static String cell(String value) {
        return value.matches(".*[;\"\n\r#].*") ? '"' + value.replace("\"", "\"\"").replaceAll("[\r\n]+", " ") + '"' : value;
    }
}
