package de.kimhub.sharing;

import de.kimhub.message.CanonicalSchema;
import de.kimhub.message.EventType;
import de.kimhub.message.Field;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The expectation table, written by hand from the law: {@code src/test/resources/sharing/}. */
final class ExpectedMatrix {

    static final String TABLE = "src/test/resources/sharing/expected-matrix.csv";
    static final String GROUPS = "src/test/resources/sharing/expected-groups.csv";

    private final Map<String, Set<String>> groups = new LinkedHashMap<>();
    private final Map<String, Set<String>> words = new LinkedHashMap<>();
    private final List<Row> rows = new ArrayList<>();

    /** As the columns of the table. */
    enum ConsentState { NONE, WITH_RELEASE, WITHOUT_RELEASE, WITHDRAWN }

    /** What the table says of one state; only YES is passed on, and ONE_BY_NAME to instances that a rule names. */
    enum Cell {
        YES("ja"), NO("nein"), OPEN("offen"), OTHER_CHANNEL("amtsweg"), PENDING_PROCEDURE("verfahren"),
        ONE_BY_NAME("namentlich");

        private final String word;

        Cell(String word) {
            this.word = word;
        }

        static Cell of(String word, int line) {
            return Arrays.stream(values()).filter(cell -> cell.word.equals(word)).findFirst().orElseThrow(() ->
                    new IllegalArgumentException(TABLE + ":" + line + ": '" + word + "' is no value of the table"));
        }
    }

    /** One line. @param never fields that this way never has */
    record Row(int line, Set<String> from, Set<String> to, Set<String> types, boolean general, List<Cell> cells,
               String source, Set<Field> never) {

        boolean decides(String sender, String recipient, EventType type) {
            return names(from, sender) && names(to, recipient) && names(types, type.code());
        }

        Cell cell(ConsentState state) {
            return cells.get(state.ordinal());
        }

        private static boolean names(Set<String> all, String one) {
            return all.contains("*") || all.contains(one);
        }
    }

    ExpectedMatrix() {
        lines("expected-groups.csv").forEach(line -> groups.put(line.cells()[0], words(line.cells()[1])));
        lines("expected-fields.csv").forEach(line -> words.put(line.cells()[0], words(line.cells()[1])));
        lines("expected-matrix.csv").forEach(line -> rows.add(row(line)));
    }

    /** Kinds of bodies that the table knows. */
    Set<String> bodies() {
        return groups.get("stellen");
    }

    Set<String> eventTypes() {
        return groups.entrySet().stream().filter(group -> !group.getKey().equals("stellen"))
                .flatMap(group -> group.getValue().stream()).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    List<Row> rows() {
        return rows;
    }

    /** The lines of single ways; more than one is a mistake of the table. */
    List<Row> single(String sender, String recipient, EventType type) {
        return rows.stream().filter(row -> !row.general() && row.decides(sender, recipient, type)).toList();
    }

    /** The line that decides; empty when the table says nothing, which is a denial. */
    Optional<Row> row(String sender, String recipient, EventType type) {
        return Stream.concat(single(sender, recipient, type).stream(),
                rows.stream().filter(row -> row.general() && row.decides(sender, recipient, type))).findFirst();
    }

    private Row row(Line line) {
        String[] cells = line.cells();
        if (cells.length != 11) {
            throw new IllegalArgumentException(TABLE + ":" + line.no() + ": " + cells.length + " columns instead of 11");
        }
        Set<String> types = cells[3].isEmpty() ? words(cells[2]).stream().flatMap(group -> group.equals("*")
                ? Stream.of("*") : known(groups, group, line).stream()).collect(Collectors.toSet()) : words(cells[3]);
        boolean general = Stream.of(cells[0], cells[1], cells[2]).anyMatch("*"::equals) || cells[0].equals("schule")
                && cells[1].equals("auslaenderbehoerde");
        return new Row(line.no(), words(cells[0]), words(cells[1]), types, general,
                Stream.of(cells).skip(4).limit(4).map(word -> Cell.of(word, line.no())).toList(), cells[8],
                words(cells[9]).stream().flatMap(word -> known(words, word, line).stream())
                        .flatMap(path -> fields(path, line)).collect(Collectors.toSet()));
    }

    private static Set<String> known(Map<String, Set<String>> all, String word, Line line) {
        return Optional.ofNullable(all.get(word)).orElseThrow(() -> new IllegalArgumentException(
                TABLE + ":" + line.no() + ": '" + word + "' is not explained in the file beside it"));
    }

    private static Stream<Field> fields(String path, Line line) {
        List<Field> found = CanonicalSchema.fields().stream().filter(field -> path.endsWith(".*")
                ? field.path().startsWith(path.substring(0, path.length() - 1)) : field.path().equals(path)).toList();
        if (found.isEmpty()) {
            throw new IllegalArgumentException("expected-fields.csv: '" + path + "' is no field (line " + line.no() + ")");
        }
        return found.stream();
    }

    private static Set<String> words(String cell) {
        return cell.isEmpty() ? Set.of() : new LinkedHashSet<>(List.of(cell.split("\\|")));
    }

    private record Line(int no, String[] cells) {
    }

    private static List<Line> lines(String file) {
        try (InputStream in = ExpectedMatrix.class.getResourceAsStream("/sharing/" + file)) {
            List<String> all = new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).startsWith("#") && !all.get(i).isBlank()) {
                    lines.add(new Line(i + 1, all.get(i).split(";", -1)));
                }
            }
            return lines.subList(1, lines.size());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
