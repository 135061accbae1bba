package de.kimhub.steering.fact;

import de.kimhub.message.Measure;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** {@code steering.unit}. */
@Component
class UnitTable {

    /** Of {@code route}: it was there before it was counted. */
    static final String THERE_BEFORE = "bestand";
    static final String TAKEN_BACK = "zurueckgenommen";
    static final String BEFORE = "vor-beginn";
    static final String ERASED = "geloescht";

    private static final String ENDED = """
            from steering.unit u join steering.period p on p.id = coalesce(u.closed_in, u.opened_in)
             where u.file is not null and (u.closed_in is not null or u.measure in (1, 3, 8))""";
    static final String OLDEST = "select min(p.closed_at) " + ENDED;
    static final String OVERDUE = "select count(*) " + ENDED + " and p.closed_at < now() - interval '3 years 1 day'";
    private static final String COLUMNS = "select id, measure, opened_in, closed_in, opened_on from steering.unit where ";
    private static final String THEIRS = "(file = any (?) or person = any (?))";
    private static final String OPEN = """
            insert into steering.unit (measure, rule, opened_by, opened_on, opened_in, late, municipality, organisation, theme, route,
                                       class, person, file)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) returning id""";
    private static final String CLOSE = """
            update steering.unit set closed_by = ?, closed_on = ?, closed_in = ?, late = late or ?, reason = ?,
                   class = case when class = '' then ? else class end, days = greatest(?::date - opened_on, 0),
                   organisation = case when measure = ? then ? else organisation end,
                   municipality = case when municipality = '' then ? else municipality end
             where id = ?""";
    private static final String OPEN_AGAIN = """
            insert into steering.unit (measure, rule, opened_in, late, municipality, organisation, theme, route, class, person, file)
            select measure, rule, ?, true, municipality, organisation, theme, route, class, person, file
              from steering.unit where id = ?""";

    private final JdbcTemplate jdbc;

    UnitTable(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param closedIn {@code null}: it is open */
    record Unit(long id, Measure measure, String openedIn, String closedIn, LocalDate openedOn) {

        boolean isOpen() {
            return closedIn == null && measure.matching() != Measure.Matching.NONE;
        }
    }

    boolean isKnown(long event, Measure measure) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from steering.unit where measure = ? and "
                + "(opened_by = ? or closed_by = ?))", Boolean.class, measure.number(), event, event));
    }

    Optional<Unit> findOpen(UnitEvent event) {
        boolean byFile = event.measure().matching() == Measure.Matching.FILE;
        return jdbc.query(COLUMNS + "measure = ? and closed_in is null and " + (byFile ? "file" : "person")
                        + " = ? order by id limit 1", (row, no) -> unit(row), event.measure().number(),
                byFile ? event.told().file() : event.person()).stream().findFirst();
    }

    boolean arrived(String person) {
        return Boolean.TRUE.equals(jdbc.queryForObject("select exists (select from steering.unit where measure = ? and person = ?)",
                Boolean.class, Measure.ARRIVAL.number(), person));
    }

    Optional<LocalDate> firstConsultation(String person) {
        return Optional.ofNullable(jdbc.queryForObject("select min(opened_on) from steering.unit where measure = ? and person = ?",
                LocalDate.class, Measure.CONSULTATION.number(), person));
    }

    Optional<Unit> openedBy(long event, Measure measure) {
        return openedBy(event).stream().filter(unit -> unit.measure() == measure).findFirst();
    }

    Optional<Unit> closedBy(long event, Measure measure) {
        return closedBy(event).stream().filter(unit -> unit.measure() == measure).findFirst();
    }

    List<Unit> openedBy(long event) {
        return jdbc.query(COLUMNS + "opened_by = ?", (row, no) -> unit(row), event);
    }

    List<Unit> closedBy(long event) {
        return jdbc.query(COLUMNS + "closed_by = ?", (row, no) -> unit(row), event);
    }

    long open(UnitEvent event) {
        return jdbc.queryForObject(OPEN, Long.class, event.measure().number(), event.told().rule(), event.opener(), event.on(),
                event.openedIn(), event.isLate(), event.municipality(), event.organisation(), event.theme(), event.route(),
                event.kindOf(), event.person(), event.told().file());
    }

    void close(long unit, UnitEvent event, LocalDate until) {
        jdbc.update(CLOSE, event.number(), event.on(), event.period().orElseThrow().id(), event.isLate(), event.reason(),
                event.kindOf(), until, Measure.FIRST_CONSULTATION.number(), event.organisation(), event.municipality(), unit);
    }

    /** What closes it was told before. */
    void closeWithout(long unit, LocalDate on, String period, LocalDate openedOn) {
        jdbc.update("update steering.unit set closed_on = ?, closed_in = ?, days = ? where id = ?", on, period,
                ChronoUnit.DAYS.between(openedOn, on), unit);
    }

    /** @param changes whether what it counts as changes as well */
    void correctOpening(Unit unit, UnitEvent event, boolean changes) {
        jdbc.update("update steering.unit set opened_by = ? where id = ?", event.number(), unit.id());
        if (changes) {
            jdbc.update("update steering.unit set opened_on = ?, opened_in = ?, route = ?, late = ?, theme = ?, class = ?, municipality = case when "
                            + "? = '' then municipality else ? end, days = greatest(closed_on - ?::date, 0) where id = ?", event.on(),
                    event.openedIn(), event.route(), event.isLate(), event.theme(), event.kindOf(),
                    event.municipality(), event.municipality(), event.on(), unit.id());
        }
    }

    void correctClosing(Unit unit, UnitEvent event, boolean changes) {
        if (changes && event.period().isPresent()) {
            close(unit.id(), event, event.until());
        } else {
            jdbc.update("update steering.unit set closed_by = ? where id = ?", event.number(), unit.id());
        }
    }

    void remove(long unit) {
        jdbc.update("delete from steering.unit where id = ?", unit);
    }

    void end(long unit, String period, String reason) {
        jdbc.update("update steering.unit set closed_in = ?, reason = ? where id = ?", period, reason, unit);
    }

    void reopen(long unit) {
        jdbc.update("update steering.unit set closed_by = null, closed_on = null, closed_in = null, reason = '', days = null "
                + "where id = ?", unit);
    }

    void openAgain(long unit, String period) {
        jdbc.update(OPEN_AGAIN, period, unit);
        jdbc.update("update steering.unit set closed_by = null where id = ?", unit);
    }

    /** @param file hex digest */
    void belongsTo(String file, String person) {
        jdbc.update("update steering.unit set person = ? where file = ? and person is distinct from ?", person,
                HexFormat.of().parseHex(file), person);
    }

    int forgetPersons(LocalDate before) {
        return jdbc.update("update steering.unit set person = null, file = null, opened_by = null, closed_by = null, opened_on = null, "
                + "closed_on = null where id in (select u.id " + ENDED + " and p.closed_at < ?)", before);
    }

    long held(Collection<byte[]> files, Collection<String> persons) {
        return jdbc.queryForObject("select count(*) from steering.unit where " + THEIRS, Long.class, files.toArray(byte[][]::new),
                persons.toArray(String[]::new));
    }

    /** What is open when its person is erased leaves the stock in the open period. */
    void erase(Collection<byte[]> files, Collection<String> persons, String openPeriod) {
        byte[][] theirs = files.toArray(byte[][]::new);
        String[] pseudonyms = persons.toArray(String[]::new);
        jdbc.update("delete from steering.unit where " + THEIRS + " and opened_in >= ?", theirs, pseudonyms, openPeriod);
        int[] lasting = Arrays.stream(Measure.values()).filter(one -> one.matching() != Measure.Matching.NONE)
                .mapToInt(Measure::number).toArray();
        jdbc.update("update steering.unit set closed_in = ?, reason = ?, days = null where " + THEIRS + " and measure = any (?) and "
                + "(closed_in is null or closed_in >= ?)", openPeriod, ERASED, theirs, pseudonyms, lasting, openPeriod);
        jdbc.update("update steering.unit set person = null, file = null, opened_by = null, closed_by = null, opened_on = null, "
                + "closed_on = null where " + THEIRS, theirs, pseudonyms);
    }

    private static Unit unit(ResultSet row) throws SQLException {
        int measure = row.getInt("measure");
        return new Unit(row.getLong("id"), Arrays.stream(Measure.values()).filter(one -> one.number() == measure).findFirst().orElseThrow(),
                row.getString("opened_in"), row.getString("closed_in"), row.getObject("opened_on", LocalDate.class));
    }
}
