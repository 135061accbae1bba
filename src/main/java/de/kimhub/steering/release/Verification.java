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

    private static final String OTHERWISE = """
            select count(*) from cube.cell c
              left join steering.cell_place p on p.release_id = c.release_id and p.table_id = c.table_id and p.codes = c.codes
              left join steering.publication_fact f on f.cell = p.cell
             where c.release_id = ? and (c.value is distinct from f.value or (c.sign = '*') is distinct from
                   (case when f.cell is null then false when f.value is null then true end))""";
    private static final String LINES = """
            select table_id || ';' || array_to_string(codes, '|') || ';' || coalesce(value::text, sign) from cube.cell
             where release_id = ?""";

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
            Set<String> secret = store.facts(measure, run.position()).entrySet().stream().filter(one -> one.getValue().hidden())
                    .map(Map.Entry::getKey).collect(Collectors.toSet());
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
        List<LedgerCell> cells = store.facts(measure, run.position()).entrySet().stream().map(one -> {
            BitSet of = base.of(CellDefinition.read(one.getKey()));
            LedgerStore.Said said = one.getValue();
            return new LedgerCell(one.getKey(), MeasureLedger.mergedOf(of, merged), said.hidden() ? base.count(of) : said.value(),
                    standing(said, run.position()));
        }).toList();
        long[] counts = MeasureLedger.counts(base, merged);
        List<Insider> insiders = MeasureLedger.insiders(measure, base, merged);
        return new Ledger(counts, cells, insiders, threshold);
    }

    /** As it was when the release was made. */
    private static Standing standing(LedgerStore.Said said, int position) {
        return said.hidden() && said.few() ? Standing.PRIMARY : said.position() == position ? Standing.OPEN
                : said.hidden() ? Standing.HIDDEN : Standing.SHOWN;
    }

    /** The cube says what the ledger does, and was not changed since. */
    private List<String> notAsInTheLedger(String release) {
        List<String> findings = new ArrayList<>();
        if (jdbc.queryForObject(OTHERWISE, Long.class, release) > 0) {
            findings.add("Tabellen sagen etwas anderes als das Verzeichnis der veröffentlichten Zahlen.");
        }
        String lines = jdbc.queryForList(LINES, String.class, release).stream().sorted().collect(Collectors.joining("\n"));
        if (!Digests.of(lines).equals(jdbc.queryForObject("select checksum from cube.release where id = ?", String.class, release))) {
            findings.add("Die Prüfsumme der Tabellen stimmt nicht.");
        }
        return findings;
    }
}
