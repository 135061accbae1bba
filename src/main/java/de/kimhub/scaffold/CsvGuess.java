package de.kimhub.scaffold;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;

/** Charset, delimiter and quote that a CSV file may have. */
final class CsvGuess {

    private static final int LOOKED_AT = 60;
    private static final int LAST_HEADER_ROW = 15;
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
            if (text.lines().limit(LOOKED_AT).anyMatch(line -> line.contains(delimiter))) {
                List<String> reasons = new ArrayList<>(why);
                reasons.add("Spalten trennt: " + german + ". Texte umschließt: "
                        + (text.contains(quote) ? quote : "nichts in dieser Probe; " + quote + " ist angenommen") + ".");
                int row = headerRow(text, delimiter.charAt(0));
                if (row > 1) {
                    reasons.add("Die Spaltennamen stehen in Zeile " + row + ".");
                }
                guesses.add(FormatGuess.of("csv", reasons, "charset", charset, "delimiter", delimiter, "quote", quote,
                        "headerRow", row == 1 ? null : String.valueOf(row)).withTwice(twice(text, row, delimiter, quote)));
            }
        });
        if (guesses.isEmpty()) {
            why.add("UNSICHER: Die erste Zeile hat nur eine Spalte.");
            guesses.add(FormatGuess.of("csv", why, "charset", charset, "delimiter", ";", "quote", quote));
        }
        return guesses;
    }

    /** The first line with as many delimiters as most have. */
    private static int headerRow(String text, char delimiter) {
        List<Long> counts = text.lines().limit(LOOKED_AT).map(line -> line.chars().filter(c -> c == delimiter).count())
                .toList();
        long usual = counts.stream().filter(count -> count > 0).max(java.util.Comparator
                .comparingLong((Long count) -> counts.stream().filter(count::equals).count())).orElse(0L);
        int first = counts.indexOf(usual);
        return first < 0 || first >= LAST_HEADER_ROW ? 1 : first + 1;
    }

    private static List<String> twice(String text, int row, String delimiter, String quote) {
        CSVFormat format = CSVFormat.DEFAULT.builder().setDelimiter(delimiter).setQuote(quote.charAt(0)).get();
        String header = text.lines().skip(row - 1L).findFirst().orElse("").replace("\uFEFF", "");
        List<String> twice = new ArrayList<>();
        try (CSVParser parser = CSVParser.parse(header, format)) {
            Map<String, Integer> seen = new java.util.HashMap<>();
            parser.stream().flatMap(line -> line.stream()).map(String::strip).filter(name -> !name.isEmpty())
                    .forEach(name -> {
                        int times = seen.merge(name, 1, Integer::sum);
                        if (times > 1) {
                            twice.add(name + " (" + times + ")");
                        }
                    });
        } catch (IOException | java.io.UncheckedIOException noHeader) {
            return List.of();
        }
        return twice;
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
