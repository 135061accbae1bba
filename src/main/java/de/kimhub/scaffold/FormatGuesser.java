package de.kimhub.scaffold;

import de.kimhub.message.Problem;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds the format in which a sample can be read best. */
final class FormatGuesser {

    private static final int LAST_HEADER_ROW = 12;
    private static final int MOST_SHEETS = 4;

    private FormatGuesser() {
    }

    static Table read(byte[] sample, String fileName) throws NotDrafted {
        if (XmlGuess.isXml(sample)) {
            return XmlGuess.read(sample);
        }
        List<Problem> problems = new ArrayList<>();
        List<Table> tables = new ArrayList<>();
        for (FormatGuess guess : candidates(sample, fileName.toLowerCase())) {
            TableReader.read(sample, guess, problems).filter(table -> !table.columns().isEmpty()).ifPresent(tables::add);
        }
        Optional<Table> best = tables.stream().max(Comparator.comparingDouble(FormatGuesser::worth));
        if (best.isEmpty()) {
            throw new NotDrafted(ScaffoldProblem.NOT_READ, problems.stream().distinct().limit(3).toList());
        }
        if (best.get().rows().isEmpty()) {
            throw new NotDrafted(ScaffoldProblem.NO_ROWS, ScaffoldProblem.NO_ROWS.germanText());
        }
        return best.get();
    }

    private static List<FormatGuess> candidates(byte[] sample, String fileName) {
        boolean packed = sample.length > 1 && sample[0] == 'P' && sample[1] == 'K';
        if (packed || fileName.endsWith(".xlsx") || fileName.endsWith(".xls")) {
            return sheets();
        }
        String begin = new String(sample, 0, Math.min(sample.length, 1000), java.nio.charset.StandardCharsets.UTF_8)
                .replace("\uFEFF", "").stripLeading();
        return begin.startsWith("{") || begin.startsWith("[") ? JsonGuess.candidates(sample) : CsvGuess.candidates(sample);
    }

    private static List<FormatGuess> sheets() {
        List<FormatGuess> guesses = new ArrayList<>();
        for (int sheet = 0; sheet <= MOST_SHEETS; sheet++) {
            for (int row = 1; row <= LAST_HEADER_ROW; row++) {
                List<String> reasons = new ArrayList<>();
                reasons.add("Excel-Arbeitsmappe; die Spaltennamen stehen in Zeile " + row + ".");
                if (sheet > 0) {
                    reasons.add("UNSICHER: Blatt Nr. " + sheet + " hat die meisten gefüllten Zellen. Besser ist der Name.");
                }
                guesses.add(FormatGuess.of("xlsx", reasons, "sheet", sheet == 0 ? null : String.valueOf(sheet),
                        "headerRow", row == 1 ? null : String.valueOf(row)));
            }
        }
        return guesses;
    }

    /** Filled cells of readable rows count; early headers, first sheets and names that look like names do as well. */
    private static double worth(Table table) {
        long filled = table.rows().stream().flatMap(List::stream).filter(value -> value != null).count();
        long names = table.columns().stream().filter(name -> name.codePoints().anyMatch(Character::isLetter)
                && !name.matches(".*\\d{4}.*|[\\d.,/ -]+")).count();
        double named = (double) names / table.columns().size();
        double readable = (double) table.rows().size() / Math.max(1, table.rows().size() + table.unreadable());
        double row = Double.parseDouble(table.format().word("headerRow", "1"));
        double sheet = Double.parseDouble(table.format().word("sheet", "0"));
        return (table.columns().size() > 1 ? 1 : 0.001) * (filled + 1) * named * named * readable * readable
                / (1 + row / 1000 + sheet / 20);
    }
}
