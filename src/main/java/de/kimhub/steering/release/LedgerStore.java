package de.kimhub.steering.release;

import de.kimhub.disclosure.Certificate;
import de.kimhub.disclosure.LedgerCell.Standing;
import de.kimhub.disclosure.Protection;
import de.kimhub.message.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The ledger over all releases. It is only added to. */
@Component
class LedgerStore {

    private static final String FACTS = """
            select f.cell, f.value, f.few, r.position from steering.publication_fact f join steering.release_run r on r.id = f.release_id
             where f.measure = ? and r.position <= ? order by r.position, f.cell""";

    private final JdbcTemplate jdbc;

    LedgerStore(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    record Run(String id, int position, String period) {
    }

    List<Run> runs() {
        return jdbc.query("select id, position, period from steering.release_run order by position",
                (row, no) -> new Run(row.getString(1), row.getInt(2), row.getString(3)));
    }

    void begin(Run run, OffsetDateTime startedAt) {
        jdbc.update("insert into steering.release_run (id, position, period, started_at) values (?, ?, ?, ?)", run.id(), run.position(),
                run.period(), startedAt);
    }

    /**
     * What was said of a number.
     *
     * @param value    {@code null}: hidden
     * @param few      hidden because it is of few people
     * @param position of the release that said it first
     */
    record Said(Long value, boolean few, int position) {

        boolean hidden() {
            return value == null;
        }
    }

    /** By definition what was said up to and with a release. */
    Map<String, Said> facts(Measure measure, int upTo) {
        Map<String, Said> facts = new LinkedHashMap<>();
        jdbc.query(FACTS, row -> {
            facts.put(row.getString(1), new Said(row.getObject(2, Long.class), row.getBoolean(3), row.getInt(4)));
        }, measure.code(), upTo);
        return facts;
    }

    /**
     * What stands in no table and could be worked out is kept as hidden: it stays so.
     *
     * @param published definitions of all that stands in a table of this release
     */
    void add(String release, MeasureLedger of, Protection protection, Set<String> published) {
        List<Object[]> facts = of.ledger().cells().stream().filter(cell -> published.contains(of.givingAway(cell.id())))
                .map(cell -> new Object[] {cell.id(), release, of.measure().code(),
                        protection.hidden().contains(cell.id()) ? null : cell.value(), cell.standing() == Standing.PRIMARY}).toList();
        jdbc.batchUpdate("insert into steering.publication_fact (cell, release_id, measure, value, few) values (?, ?, ?, ?, ?) "
                + "on conflict do nothing", facts);
        List<Object[]> groups = new ArrayList<>();
        for (int row = 0; row < of.merged().length; row++) {
            Base.Group group = of.base().groups().get(row);
            GroupKey key = group.key();
            groups.add(new Object[] {release, of.measure().code(), row, of.merged()[row], key.organisation(), key.municipality(), key.theme(),
                    key.route(), key.dayClass(), key.span(), key.openedIn(), key.closedIn(), group.count()});
        }
        jdbc.batchUpdate("insert into steering.base_group (release_id, measure, row, no, organisation, municipality, theme, route, class, span, "
                + "opened_in, closed_in, count) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", groups);
        byte[] content = CertificateCodec.write(protection.certificate());
        jdbc.update("insert into steering.certificate (release_id, measure, content, digest) values (?, ?, ?, ?)", release,
                of.measure().code(), content, Digests.of(content));
    }

    /** Where its numbers stand. */
    void place(String release, PlannedTable table) {
        jdbc.batchUpdate("insert into steering.cell_place (release_id, table_id, codes, cell) values (?, ?, string_to_array(?, '|'), ?)",
                table.cells().stream().filter(PlannedTable.Cell::known).map(cell -> new Object[] {release, table.definition().id(),
                        String.join("|", cell.codes()), cell.what().text()}).toList());
    }

    /** What a release was proven by; empty where it says nothing of the measure. */
    Optional<Stored> certificate(String release, Measure measure) {
        return jdbc.query("select content, digest from steering.certificate where release_id = ? and measure = ?",
                (row, no) -> new Stored(row.getBytes(1), row.getString(2)), release, measure.code()).stream().findFirst();
    }

    record Stored(byte[] content, String digest) {

        boolean intact() {
            return Digests.of(content).equals(digest);
        }

        Certificate certificate() {
            return CertificateCodec.read(content);
        }
    }

    /** The base as it was, and how its groups were merged. */
    Map.Entry<Base, int[]> base(String release, Measure measure) {
        List<Base.Group> groups = new ArrayList<>();
        List<Integer> merged = new ArrayList<>();
        jdbc.query("select * from steering.base_group where release_id = ? and measure = ? order by row", row -> {
            groups.add(new Base.Group(key(row), row.getLong("count"), Set.of()));
            merged.add(row.getInt("no"));
        }, release, measure.code());
        return Map.entry(new Base(groups), merged.stream().mapToInt(Integer::intValue).toArray());
    }

    private static GroupKey key(ResultSet row) throws SQLException {
        return new GroupKey(row.getString("municipality"), row.getString("organisation"), row.getString("theme"), row.getString("route"),
                row.getString("class"), row.getString("span"), row.getString("opened_in"), row.getString("closed_in"));
    }
}
