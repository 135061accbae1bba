package de.kimhub.runtime.command;

import de.kimhub.connector.Installation;
import de.kimhub.linkage.evaluation.BandDrift;
import de.kimhub.linkage.evaluation.DecidedPairs;
import de.kimhub.linkage.evaluation.EvaluationProblem;
import de.kimhub.runtime.HubDatabase;
import de.kimhub.runtime.HubHome;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;

/** What an installation's own decisions say of its linkage. */
record DecisionReport(DecidedPairs pairs, List<BandDrift> drifts) {

    static DecisionReport read(Path folder, PrintWriter err) throws IOException {
        Installation installation = InstallationFolder.load(HubHome.find(), folder, err);
        try (HubDatabase database = HubDatabase.open(installation)) {
            JdbcTemplate jdbc = database.jdbc();
            return new DecisionReport(DecidedPairs.read(jdbc), BandDrift.read(jdbc));
        }
    }

    void print(PrintWriter out) {
        out.println(pairs.text());
        drifts.forEach(drift -> out.println(drift.text() + (drift.hasMoved() ? "  <- auffällig" : "")));
        if (!isWell()) {
            out.println(EvaluationProblem.BANDS_MOVED.germanText() + " [" + EvaluationProblem.BANDS_MOVED.code() + "]");
        }
        out.flush();
    }

    boolean isWell() {
        return drifts.stream().noneMatch(BandDrift::hasMoved);
    }

    Map<String, Object> numbers() {
        Map<String, Object> all = new LinkedHashMap<>(pairs.numbers());
        all.put("drift", drifts.stream().map(drift -> Map.of("band", drift.band(), "files", drift.files(), "pairs",
                drift.pairs(), "filesBefore", drift.filesBefore(), "pairsBefore", drift.pairsBefore(), "moved",
                drift.hasMoved())).toList());
        return all;
    }
}
