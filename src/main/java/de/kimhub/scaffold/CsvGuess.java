package de.kimhub.scaffold;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Charset, delimiter and quote that a CSV file may have. */
final class CsvGuess {

    private static final Map<String, String> DELIMITERS = new java.util.LinkedHashMap<>();

    static {
        DELIMITERS.put(";", "Semikolon");
        DELIMITERS.put(",", "Komma");
        DELIMITERS.put("\t", "Tabulator");
        DELIMITERS.put("|", "senkrechter Strich");
    }

    private CsvGuess() {
    }

    static List<FormatGuess> candidates(byte[] sample) {
        List<String> why = new ArrayList<>();
        String charset = charset(sample, why);
        String text = new String(sample, Charset.forName(charset));
        String quote = quote(text);
        List<FormatGuess> guesses = new ArrayList<>();
        DELIMITERS.forEach((delimiter, german) -> {
            if (text.lines().findFirst().orElse("").contains(delimiter)) {
                List<String> reasons = new ArrayList<>(why);
                reasons.add("Spalten trennt: " + german + ". Texte umschließt: "
                        + (text.contains(quote) ? quote : "nichts in dieser Probe; " + quote + " ist angenommen") + ".");
                guesses.add(FormatGuess.of("csv", reasons, "charset", charset, "delimiter", delimiter, "quote", quote));
            }
        });
        if (guesses.isEmpty()) {
            why.add("UNSICHER: Die erste Zeile hat nur eine Spalte.");
            guesses.add(FormatGuess.of("csv", why, "charset", charset, "delimiter", ";", "quote", quote));
        }
        return guesses;
    }

    private static String charset(byte[] sample, List<String> why) {
        boolean ascii = true;
        boolean control = false;
        for (byte b : sample) {
            ascii &= b >= 0;
            control |= (b & 0xFF) == 0x81 || (b & 0xFF) == 0x8D || (b & 0xFF) == 0x8F || (b & 0xFF) == 0x9D;
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(sample));
            why.add(ascii ? "UNSICHER: Die Probe enthält keinen Umlaut; UTF-8 ist angenommen, es kann auch windows-1252 sein."
                    : "Umlaute sind als UTF-8 geschrieben.");
            return "UTF-8";
        } catch (CharacterCodingException singleBytes) {
            why.add(control ? "UNSICHER: weder UTF-8 noch windows-1252; ISO-8859-1 ist angenommen."
                    : "Umlaute sind als windows-1252 geschrieben.");
            return control ? "ISO-8859-1" : "windows-1252";
        }
    }

    private static String quote(String text) {
        long single = text.lines().limit(50).filter(line -> line.matches("'.*'")).count();
        return single > 2 && !text.contains("\"") ? "'" : "\"";
    }
}
