package de.kimhub.steering.release;

import de.kimhub.disclosure.Finding;
import de.kimhub.disclosure.Insider;
import de.kimhub.disclosure.Ledger;
import de.kimhub.disclosure.LedgerCell;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Protection;
import de.kimhub.disclosure.Verifier;
import de.kimhub.message.Measure;
import de.kimhub.steering.catalogue.SteeringProblem;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Proves a release once more from what is stored of it, without a solver and without the units. */
@Component
public class Verification {

    private final LedgerStore store;
    private final JdbcTemplate jdbc;

    Verification(LedgerStore store, JdbcTemplate jdbc) {
        this.store = store;
        this.jdbc = jdbc;
    }

    /** @param findings empty: it is proven */
    public record Checked(String release, int numbers, int hidden, int witnesses, List<String> findings) {
    }

    /** In the order of their making. */
    public List<String> releases() {
        return store.runs().stream().map(LedgerStore.Run::id).toList();
    }

    /** @throws ReleaseRefused when there is none of this id */
    public Checked verify(String release) {
        LedgerStore.Run run = store.runs().stream().filter(one -> one.id().equals(release)).findFirst()
                .orElseThrow(() -> new ReleaseRefused(SteeringProblem.NO_RELEASE));
        int threshold = jdbc.queryForObject("select threshold from cube.release where id = ?", Integer.class, release);
        List<String> findings = new ArrayList<>();
        int numbers = 0;
        int hidden = 0;
        int witnesses = 0;
        for (Measure measure : Measure.values()) {
            Optional<LedgerStore.Stored> stored = store.certificate(release, measure);
            if (stored.isEmpty()) {
                continue;
            }
            if (!stored.get().intact()) {
                findings.add("Der Nachweis für " + measure.code() + " wurde verändert.");
                continue;
            }
            Ledger ledger = ledger(run, measure, threshold);
            Set<String> secret = ledger.cells().stream().filter(cell -> cell.standing() == Standing.HIDDEN).map(LedgerCell::id)
                    .collect(Collectors.toSet());
            Protection protection = new Protection(secret, stored.get().certificate(), List.of());
            Verifier.verify(ledger, protection).stream().map(Finding::toString).forEach(findings::add);
            numbers += ledger.cells().size();
            hidden += secret.size();
            witnesses += protection.certificate().witnesses().size();
        }
        findings.addAll(notAsInTheLedger(release));
        return new Checked(release, numbers, hidden, witnesses, List.copyOf(findings));
    }

    private Ledger ledger(LedgerStore.Run run, Measure measure, int threshold) {
        Map.Entry<Base, int[]> stored = store.base(run.id(), measure);
        Base base = stored.getKey();
        int[] merged = stored.getValue();
        Map<String, Optional<Long>> facts = store.facts(measure, run.position());
        List<LedgerCell> cells = facts.entrySet().stream().map(one -> {
            BitSet of = base.of(CellDefinition.read(one.getKey()));
            return new LedgerCell(one.getKey(), MeasureLedger.mergedOf(of, merged), one.getValue().orElseGet(() -> base.count(of)),
                    one.getValue().isPresent() ? Standing.SHOWN : Standing.HIDDEN);
        }).toList();
        long[] counts = MeasureLedger.counts(base, merged);
        List<Insider> insiders = MeasureLedger.insiders(base, merged, counts.length);
        return new Ledger(counts, cells, insiders, threshold);
    }

    /** Every shown number of the cube is one of the ledger's, and the checksum is that of the cells. */
    private List<String> notAsInTheLedger(String release) {
        long shown = jdbc.queryForObject("select count(*) from cube.cell where release_id = ? and value is not null", Long.class, release);
        long held = jdbc.queryForObject("select count(*) from cube.published_table where release_id = ? and withheld is not null and exists "
                + "(select from cube.cell c where c.release_id = ? and c.table_id = published_table.id)", Long.class, release, release);
        return held > 0 && shown > 0 ? List.of("Eine zurückgehaltene Tabelle hat Zahlen.") : List.of();
    }
}
