package de.kimhub.runtime.command;

import de.kimhub.configuration.ConfigReader;
import de.kimhub.linkage.evaluation.LabelledPerson;
import de.kimhub.message.Problem;
import de.kimhub.runtime.HubFailure;
import de.kimhub.runtime.RuntimeProblem;
import de.kimhub.translation.CodeLists;
import de.kimhub.translation.DocumentContent;
import de.kimhub.translation.PeopleTable;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Tables of people on the disk, read with a map. */
final class PeopleTables {

    private static final int MOST_PRINTED = 20;

    private final PrintWriter err;
    private final PeopleTable table;
    private final List<LabelledPerson> rows = new ArrayList<>();
    private final Map<String, Integer> leftOut = new TreeMap<>();
    private int unreadable;

    /** @throws HubFailure when the map has errors; these are printed, all at once */
    PeopleTables(Path map, PrintWriter err) {
        this.err = err;
        List<Problem> problems = new ArrayList<>();
        Path folder = map.toAbsolutePath().normalize().getParent();
        CodeLists lists = CodeLists.load(folder.resolve("codelists"), problems);
        this.table = new ConfigReader(Path.of("")).read(map, problems)
                .flatMap(node -> PeopleTable.compile(node, lists, problems))
                .filter(compiled -> problems.isEmpty()).orElseThrow(() -> {
                    problems.forEach(err::println);
                    return new HubFailure(RuntimeProblem.WRONG_PARAMETER, "Die Zuordnung " + map
                            + " ist so nicht brauchbar.");
                });
    }

    /** @throws HubFailure when the table cannot be read; why is printed */
    void read(Path file, String truth) {
        List<Problem> problems = new ArrayList<>();
        if (!Files.isRegularFile(file)) {
            throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "Die Tabelle " + file + " gibt es nicht.");
        }
        try {
            DocumentContent content = new FileContent(file, Files.size(file));
            if (!table.read(content, List.of(truth), this::add, problems)) {
                problems.forEach(err::println);
                throw new HubFailure(RuntimeProblem.WRONG_PARAMETER, "Die Tabelle " + file + " ist so nicht lesbar.");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        unreadable += problems.size();
        problems.stream().limit(MOST_PRINTED).forEach(err::println);
    }

    private void add(PeopleTable.Row row) {
        rows.add(LabelledPerson.of(row.line(), row.person(), row.authority(), row.source(), row.also().getFirst()));
        row.leftOut().forEach(problem -> leftOut.merge(problem.place().field() + " [" + problem.code().code() + "]", 1,
                Integer::sum));
    }

    List<LabelledPerson> rows() {
        return rows;
    }

    /** What of the tables does not count, by column and code. */
    void leftOut(PrintWriter out) {
        if (unreadable > 0) {
            out.println("Nicht lesbare Zeilen: " + unreadable);
        }
        leftOut.forEach((column, count) -> out.println("Nicht lesbare Werte, weggelassen: " + column + " " + count));
    }
}
